import { useTexts } from '../../i18n/use-texts.js';
import { WORK_TONES, workName } from './work-names.js';
import type { WorkState } from './work-names.js';

/** As the outbox writes it where no fault set the work aside (PUT_ASIDE in libs/platform). */
const BY_A_PERSON = 'put aside by a person';

interface Piece {
  readonly id: string;
  readonly name: string;
  readonly state: WorkState;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly failures: number;
  readonly failure: string | null;
}

/** A piece of work: what failed is tried again, what waits is put aside, by a button of its own. */
export function WorkRow({ piece }: { readonly piece: Piece }): React.ReactElement {
  const texts = useTexts();
  const { t, brief } = texts;
  const { id, name, state, failure } = piece;
  const isAside = state === 'SET_ASIDE';
  const label = t(isAside ? 'console.work.retry-of' : 'console.work.aside-of', { id });
  return (
    <tr>
      <td>{id}</td>
      <td>{workName(texts, name)}</td>
      <td className="tight"><span className={`chip ${WORK_TONES[state]}`}>{t(`console.house.state.${state}`)}</span></td>
      <td>{failure === BY_A_PERSON ? t('console.work.put-aside') : failure !== null && <span className="ltr fault">{failure}</span>}{piece.failures > 0 && <div className="quiet">{t('console.work.tries', { count: piece.failures })}</div>}</td>
      <td className="tight">{brief(piece.createdAt, 'UTC')}</td>
      <td className="tight">{brief(piece.dueAt, 'UTC')}</td>
      <td><form method="post"><input type="hidden" name="step" value={isAside ? 'retry' : 'aside'} /><input type="hidden" name="id" value={id} /><button type="submit" className="second" aria-label={label}>{t(isAside ? 'console.work.retry' : 'console.work.aside')}</button></form></td>
    </tr>
  );
}
