import type { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Tone } from '../../registration/state-chip.js';

export type InvitationState = ReturnType<typeof graphql.scalar<'InvitationState'>>;

/** In the order in which staff ask for them. */
export const INVITATION_STATES = ['OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED', 'SUBSTITUTED', 'REPLACED', 'REVOKED', 'EXPIRED'] as const satisfies readonly InvitationState[];

const TONES: Readonly<Record<InvitationState, Tone>> = {
  OPEN: 'wait', TENTATIVE: 'wait', ACCEPTED: 'good', DECLINED: 'bad', SUBSTITUTED: 'plain', REPLACED: 'plain', REVOKED: 'plain', EXPIRED: 'plain',
};

/** An invitation's state as a word on a coloured ground; the word alone carries the meaning. */
export function InvitationChip({ state }: { readonly state: InvitationState }): React.ReactElement {
  const { t } = useTexts();
  return <span className={`chip ${TONES[state]}`}>{t(`state.invitation.${state}`)}</span>;
}
