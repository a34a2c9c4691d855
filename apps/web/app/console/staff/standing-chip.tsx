import type { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Tone } from '../../registration/state-chip.js';

export type Standing = ReturnType<typeof graphql.scalar<'StaffStanding'>>;
const TONES: Readonly<Record<Standing, Tone>> = { READY: 'good', NO_SECOND_FACTOR: 'wait', INVITED: 'plain', INVITATION_OVER: 'wait', NOT_INVITED: 'wait' };

/** How far somebody is in signing in as staff. */
export function StandingChip({ standing }: { readonly standing: Standing }): React.ReactElement {
  const { t } = useTexts();
  return <span className={`chip ${TONES[standing]}`}>{t(`role.standing.${standing}`)}</span>;
}
