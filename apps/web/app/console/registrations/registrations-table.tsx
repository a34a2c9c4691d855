import { useTexts } from '../../i18n/use-texts.js';
import { StateChip } from '../../registration/state-chip.js';
import type { Column } from './list-query.js';
import type { RegistrationRow } from './registrations-data.js';

interface TableProps {
  readonly rows: readonly { readonly cursor: string; readonly node: RegistrationRow }[];
  readonly picked: readonly string[];
  /** Where a row leads to; its cursor lets the page there go on with the next. */
  readonly pathOf: (id: string, cursor: string) => string;
  readonly zone: string;
  readonly columns: readonly Column[];
}

interface ColumnShown {
  readonly column: Column;
  readonly cell: (row: RegistrationRow) => React.ReactNode;
}

/** A time stands in one line; a name of any length may break, also in scripts without spaces. */
const CLASSES: Readonly<Partial<Record<Column, string>>> = { SUBMITTED: 'tight', ORGANISATION: 'loose' };

/** The rows with a box each to pick them by; it is part of the form around it. */
export function RegistrationsTable({ rows, picked, pathOf, zone, columns }: TableProps): React.ReactElement {
  const { t, own, country, brief } = useTexts();
  const nameOf = ({ code, person: { names } }: RegistrationRow): string => (names.full === '' ? code : names.full);
  const known: readonly ColumnShown[] = [
    { column: 'CATEGORY', cell: ({ category }) => own(category.title) },
    { column: 'NATIONALITY', cell: ({ person: { nationality } }) => (nationality === null ? '' : country(nationality)) },
    { column: 'ORGANISATION', cell: ({ organisation }) => <bdi>{organisation}</bdi> },
    { column: 'EMAIL', cell: ({ email }) => <bdi className="ltr">{email}</bdi> },
    { column: 'TAGS', cell: ({ tags }) => tags.length > 0 && <div className="row tags">{tags.map((tag) => <span key={tag} className="chip plain"><bdi>{tag}</bdi></span>)}</div> },
    { column: 'SUBMITTED', cell: ({ submittedAt }) => (submittedAt === null ? '' : brief(submittedAt, zone)) },
  ];
  const shown = known.filter(({ column }) => columns.includes(column));
  return (
    <div className="table broad stack people" tabIndex={0} role="region" aria-label={t('console.room.registrations')}>
      <table>
        <thead><tr><th><span className="hidden">{t('console.registrations.pick')}</span></th><th>{t('console.registrations.name')}</th><th>{t('console.field.state')}</th>{shown.map(({ column }) => <th key={column}>{t(`console.columns.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ cursor, node: row }) => (
            <tr key={row.id} id={`r-${row.id}`}>
              <td><label className="pick"><input type="checkbox" name="id" value={row.id} defaultChecked={picked.includes(row.id)} /><span className="hidden">{nameOf(row)}</span></label></td>
              <td><a href={pathOf(row.id, cursor)}><bdi>{nameOf(row)}</bdi></a>{row.person.names.fullLatin !== row.person.names.full && <div className="quiet ltr">{row.person.names.fullLatin}</div>}</td>
              <td data-label={t('console.field.state')}><StateChip state={row.state} /></td>
              {shown.map(({ column, cell }) => <td key={column} data-label={t(`console.columns.${column}`)} className={CLASSES[column]}>{cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
