import { useTexts } from '../i18n/use-texts.js';

const TONE: Readonly<Record<string, string>> = {
  CONFIRMED: 'good', HELD: 'good', IN_REVIEW: 'wait', WAITLISTED: 'wait', WAITING: 'wait', OFFERED: 'wait', DRAFT: 'plain', SUBMITTED: 'wait',
  DECLINED: 'bad', CANCELLED: 'bad', WITHDRAWN: 'plain', GIVEN_UP: 'plain', EXPIRED: 'plain',
};

/** A state as a word on a coloured ground; the word alone carries the meaning. */
export function StateChip({ state, of = 'registration' }: { readonly state: string; readonly of?: 'registration' | 'agenda' }): React.ReactElement {
  const { label } = useTexts();
  return <span className={`chip ${TONE[state] ?? 'plain'}`}>{label(`state.${of}.${state}`)}</span>;
}
