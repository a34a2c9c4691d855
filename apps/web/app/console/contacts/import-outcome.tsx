import { useTexts } from '../../i18n/use-texts.js';
import { ContactNames } from './contacts-frame.js';
import type { ContactImport, ImportCounts } from './import-query.js';

const FIGURES = [['new', 'good'], ['updated', 'wait'], ['unchanged', 'plain'], ['duplicate', 'plain'], ['rejected', 'bad']] as const;

/** How many rows came out how. */
export function Counts({ counts }: { readonly counts: ImportCounts }): React.ReactElement {
  const { t, number } = useTexts();
  return (
    <>
      <ul className="figures">{FIGURES.map(([name, tone]) => <li key={name} className={`chip ${counts[name] === 0 ? 'plain' : tone}`}>{number(counts[name])} {t(`console.import.${name}`)}</li>)}</ul>
      {counts.suppressed > 0 && <p>{t('console.import.suppressed', { count: counts.suppressed })}</p>}
      {counts.withoutAddress > 0 && <p>{t('console.import.without-address', { count: counts.withoutAddress })}</p>}
      {counts.remarked > 0 && <p>{t('console.import.remarked', { count: counts.remarked })}</p>}
    </>
  );
}

/** The first rows as contacts. */
export function Samples({ samples }: Pick<ContactImport, 'samples'>): React.ReactElement | null {
  const { t, country, language, number } = useTexts();
  if (samples.length === 0) return null;
  return (
    <>
      <h2>{t('console.import.samples')}</h2>
      <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.import.samples')}>
        <table>
          <thead><tr><th className="number">{t('console.import.row')}</th><th>{t('console.contacts.name')}</th><th>{t('console.contacts.address')}</th><th>{t('contacts.meaning.ORGANISATION')}</th><th>{t('console.field.country')}</th><th>{t('console.contacts.language')}</th><th>{t('contacts.meaning.PHONE')}</th><th><span className="hidden">{t('console.field.state')}</span></th></tr></thead>
          <tbody>{samples.map((row) => (
            <tr key={row.number}>
              <td className="number">{number(row.number)}</td>
              <td data-label={t('console.contacts.name')}><ContactNames contact={row} /></td>
              <td data-label={t('console.contacts.address')}>{row.address !== null && <bdi className="ltr">{row.address}</bdi>}</td>
              <td data-label={t('contacts.meaning.ORGANISATION')}><bdi>{row.organisation}</bdi></td>
              <td data-label={t('console.field.country')}>{row.country !== null && country(row.country)}</td>
              <td data-label={t('console.contacts.language')}>{row.locale !== null && language(row.locale)}</td>
              <td data-label={t('contacts.meaning.PHONE')} className="tight">{row.phone !== null && <bdi className="ltr">{row.phone}</bdi>}</td>
              <td className="tight">{verdict(row.verdict) !== null && <span className={`chip ${row.verdict === 'NEW' ? 'good' : 'plain'}`}>{t(verdict(row.verdict) ?? 'console.import.verdict.NEW')}</span>}{row.isSuppressed && <> <span className="chip wait">{t('console.import.left-out')}</span></>}</td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </>
  );
}

function verdict(name: string): 'console.import.verdict.NEW' | 'console.import.verdict.UPDATED' | 'console.import.verdict.UNCHANGED' | null {
  return name === 'NEW' || name === 'UPDATED' || name === 'UNCHANGED' ? `console.import.verdict.${name}` : null;
}

/** The first rows that are not taken, and where all of them are fetched. */
export function Rejects({ one }: { readonly one: ContactImport }): React.ReactElement | null {
  const { t, locale, number } = useTexts();
  if (one.rejectsPath === null) return null;
  return (
    <>
      <h2>{t('console.import.rejects')}</h2>
      <p>{t('console.import.rejects-text')} {t('console.import.download')} {(['xlsx', 'csv'] as const).map((format) => <span key={format}><a href={`${one.rejectsPath ?? ''}?format=${format}&locale=${locale}`}>{format.toUpperCase()}</a> </span>)}</p>
      <div className="table stack" tabIndex={0} role="region" aria-label={t('console.import.rejects')}>
        <table>
          <thead><tr><th className="number">{t('console.import.row')}</th><th>{t('console.import.reason')}</th><th>{t('console.import.cells')}</th></tr></thead>
          <tbody>{one.rejects.map((row) => (
            <tr key={row.number}><td className="number">{number(row.number)}</td><td data-label={t('console.import.reason')}>{row.reasons.map((reason) => <div key={reason}><bdi>{reason}</bdi></div>)}</td><td data-label={t('console.import.cells')} className="quiet"><bdi>{row.cells.filter((cell) => cell !== '').join(' · ').slice(0, 200)}</bdi></td></tr>
          ))}</tbody>
        </table>
      </div>
    </>
  );
}
