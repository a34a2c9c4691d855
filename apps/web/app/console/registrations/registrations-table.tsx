import { useTexts } from '../../i18n/use-texts.js';
import { StateChip } from '../../registration/state-chip.js';
import type { RegistrationRow } from './registrations-data.js';

interface TableProps {
  readonly rows: readonly RegistrationRow[];
  readonly picked: readonly string[];
  readonly base: string;
  readonly zone: string;
}

/** The rows with a box each to pick them by; it is part of the form around it. */
export function RegistrationsTable({ rows, picked, base, zone }: TableProps): React.ReactElement {
  const { t, own, country, brief } = useTexts();
  const nameOf = ({ code, person: { names } }: RegistrationRow): string => (names.full === '' ? code : names.full);
  return (
    <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.room.registrations')}>
      <table>
        <thead><tr><th><span className="hidden">{t('console.registrations.pick')}</span></th><th>{t('console.registrations.name')}</th><th>{t('console.field.state')}</th><th>{t('console.registrations.category')}</th><th>{t('web.field.nationality')}</th><th>{t('web.field.organisation')}</th><th>{t('web.field.email')}</th><th>{t('console.registrations.submitted')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td><label className="pick"><input type="checkbox" name="id" value={row.id} defaultChecked={picked.includes(row.id)} /><span className="hidden">{nameOf(row)}</span></label></td>
              <td><a href={`${base}/${row.id}`}><bdi>{nameOf(row)}</bdi></a>{row.person.names.fullLatin !== row.person.names.full && <div className="quiet ltr">{row.person.names.fullLatin}</div>}</td>
              <td data-label={t('console.field.state')}><StateChip state={row.state} /></td>
              <td data-label={t('console.registrations.category')}>{own(row.category.title)}</td>
              <td data-label={t('web.field.nationality')}>{row.person.nationality === null ? '' : country(row.person.nationality)}</td>
              <td data-label={t('web.field.organisation')}><bdi>{row.organisation}</bdi></td>
              <td data-label={t('web.field.email')}><bdi className="ltr">{row.email}</bdi></td>
              <td data-label={t('console.registrations.submitted')} className="tight">{row.submittedAt === null ? '' : brief(row.submittedAt, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
