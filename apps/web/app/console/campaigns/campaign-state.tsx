import type { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Tone } from '../../registration/state-chip.js';

export type CampaignState = ReturnType<typeof graphql.scalar<'CampaignState'>>;
const TONES: Readonly<Record<CampaignState, Tone>> = { DRAFT: 'plain', SCHEDULED: 'wait', RUNNING: 'wait', PAUSED: 'wait', FINISHED: 'good', CANCELLED: 'bad' };

/** Where a campaign stands. */
export function CampaignChip({ state }: { readonly state: CampaignState }): React.ReactElement {
  const { t } = useTexts();
  return <span className={`chip ${TONES[state]}`}>{t(`state.campaign.${state}`)}</span>;
}
