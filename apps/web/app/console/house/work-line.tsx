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
export function WorkLine({ piece }: { readonly piece: Piece }): React.ReactElement {
  const texts = useTexts();
  const { t, brief } = texts;
  const { id, name, state, failure } = piece;
  const isAside = state === 'SET_ASIDE';
  return (
    <li>
      <span className="quiet">{t('console.work.number')} {id}</span>
      <div>
        <p className="row"><strong>{workName(texts, name)}</strong> <span className={`chip ${WORK_TONES[state]}`}>{t(`console.house.state.${state}`)}</span></p>
        {failure !== null && <p>{failure === BY_A_PERSON ? t('console.work.put-aside') : <span className="ltr fault">{failure}</span>}</p>}
        <p className="quiet">
          {piece.failures > 0 && <span>{t('console.work.tries', { count: piece.failures })}</span>}
          <span>{t('console.work.asked')}: {brief(piece.createdAt, 'UTC')}</span>
          {!isAside && <span>{t('console.work.due')}: {brief(piece.dueAt, 'UTC')}</span>}
        </p>
        <form method="post"><input type="hidden" name="step" value={isAside ? 'retry' : 'aside'} /><input type="hidden" name="id" value={id} /><button type="submit" className="link">{t(isAside ? 'console.work.retry' : 'console.work.aside')}<span className="hidden"> {t('console.work.number')} {id}</span></button></form>
      </div>
    </li>
  );
}
