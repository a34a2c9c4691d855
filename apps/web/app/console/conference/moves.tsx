import type { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';

type Move = ReturnType<typeof graphql.scalar<'ConferenceMove'>>;

/** What can be done with a conference as a whole, each with what it means; the last one behind a second step. */
export function Moves({ conferenceId, moves }: { readonly conferenceId: string; readonly moves: readonly Move[] }): React.ReactElement | null {
  const { t } = useTexts();
  if (moves.length === 0) return null;
  const form = (move: Move): React.ReactElement => (
    <form method="post">
      <input type="hidden" name="conference" value={conferenceId} />
      <p>{t(`console.move-means.${move}`)}</p>
      <button type="submit" name="move" value={move} className={move === 'ARCHIVE' ? 'danger' : move === 'CLOSE' ? 'second' : undefined}>{t(`console.move.${move}`)}</button>
    </form>
  );
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('console.move.next')}</h2>
      <ul className="cards">{moves.filter((move) => move !== 'ARCHIVE').map((move) => <li key={move} className="card">{form(move)}</li>)}</ul>
      {moves.includes('ARCHIVE') && <details><summary>{t('console.move.ARCHIVE')}</summary>{form('ARCHIVE')}</details>}
    </section>
  );
}
