import type { graphql } from '../api/graphql.js';
import { useTexts } from '../i18n/use-texts.js';

export type RegistrationState = ReturnType<typeof graphql.scalar<'RegistrationState'>>;
export type AgendaState = ReturnType<typeof graphql.scalar<'AgendaState'>>;
export type Tone = 'good' | 'wait' | 'bad' | 'plain';

const REGISTRATION_TONES: Readonly<Record<RegistrationState, Tone>> = {
  DRAFT: 'plain', SUBMITTED: 'wait', IN_REVIEW: 'wait', CONFIRMED: 'good', WAITLISTED: 'wait', DECLINED: 'bad', CANCELLED: 'bad', WITHDRAWN: 'plain',
};
const AGENDA_TONES: Readonly<Record<AgendaState, Tone>> = { CONFIRMED: 'good', HELD: 'good', WAITING: 'wait', OFFERED: 'wait', GIVEN_UP: 'plain', EXPIRED: 'plain' };

/** A registration's state as a word on a coloured ground; the word alone carries the meaning. */
export function StateChip({ state }: { readonly state: RegistrationState }): React.ReactElement {
  const { t } = useTexts();
  return <span className={`chip ${REGISTRATION_TONES[state]}`}>{t(`state.registration.${state}`)}</span>;
}

/** How one stands with a forum or departure. */
export function AgendaChip({ state }: { readonly state: AgendaState }): React.ReactElement {
  const { t } = useTexts();
  return <span className={`chip ${AGENDA_TONES[state]}`}>{t(`state.agenda.${state}`)}</span>;
}
