import { useTexts } from '../../i18n/use-texts.js';
import type { ImportOutcome } from './import-data.js';
import { problemsByRow } from './import-problems.js';

const COLUMNS = ['title', 'forum', 'room', 'date', 'start', 'end', 'time', 'minutes', 'speakers', 'moderator', 'description', 'kind', 'language', 'id'] as const;

function useColumnNames(): (column: string) => string {
  const { t } = useTexts();
  return (column) => { const known = COLUMNS.find((one) => one === column); return known === undefined ? column : t(`console.intake.column.${known}`); };
}

/** What would come of a file, and what its columns were taken for. */
export function Tried({ outcome }: { readonly outcome: Extract<ImportOutcome, { __typename: 'ProgrammeImported' }> }): React.ReactElement {
  const { t, list, language } = useTexts();
  const named = useColumnNames();
  return (
    <>
      <p className="lead">{t('console.intake.would', { added: outcome.added, changed: outcome.changed, forums: outcome.forums })}</p>
      {outcome.unknownRooms.length > 0 && <p className="note wait">{t('console.intake.unknown-rooms', { rooms: list(outcome.unknownRooms) })}</p>}
      {outcome.columns.length > 0 && (
        <details>
          <summary>{t('console.intake.columns')}</summary>
          <dl className="pairs">{outcome.columns.map(({ column, header, locale }) => <div key={header} className="pair"><dt><bdi>{header}</bdi></dt><dd>{named(column)}{locale !== null && <span className="quiet"> {language(locale)}</span>}</dd></div>)}</dl>
        </details>
      )}
    </>
  );
}

/** Why a file was not taken, row by row. */
export function Problems({ problems }: { readonly problems: readonly { readonly path: string; readonly message: string }[] }): React.ReactElement {
  const { t, number } = useTexts();
  const named = useColumnNames();
  const sorted = problemsByRow(problems);
  const [whole, rows] = [sorted.filter(({ row }) => row === undefined), sorted.filter(({ row }) => row !== undefined)];
  return (
    <>
      {whole.map(({ column, message }) => <p key={column + message} className="note bad">{column !== '' && <code className="ltr">{column}</code>} {message}</p>)}
      {rows.length > 0 && (
        <>
          <p>{t('console.intake.problems', { count: new Set(rows.map(({ row }) => row)).size })}</p>
          <div className="table stack" tabIndex={0} role="region" aria-label={t('console.intake.wrong')}>
            <table>
              <thead><tr><th className="number">{t('console.import.row')}</th><th>{t('console.intake.where')}</th><th>{t('console.import.reason')}</th></tr></thead>
              <tbody>{rows.map(({ row = 0, column, message }) => (
                <tr key={`${row} ${column} ${message}`}><td className="number" data-label={t('console.import.row')}>{number(row)}</td><td data-label={t('console.intake.where')}>{named(column)}</td><td data-label={t('console.import.reason')}>{message}</td></tr>
              ))}</tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
