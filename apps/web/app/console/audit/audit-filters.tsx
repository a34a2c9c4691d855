import { useTexts } from '../../i18n/use-texts.js';
import type { AuditQuery } from './audit-query.js';
import { DEED_GROUPS, deedName } from './deeds.js';
import type { DeedGroup } from './deeds.js';

interface FiltersProps {
  readonly here: string;
  readonly shown: AuditQuery['shown'];
  readonly conferences: readonly { readonly slug: string; readonly title: Record<string, string> }[];
}

/** Who, what, when, about whom: a form that makes an address. */
export function AuditFilters({ here, shown, conferences }: FiltersProps): React.ReactElement {
  const texts = useTexts();
  const { t, own } = texts;
  const isFiltered = Object.values(shown).some((value) => value !== '');
  return (
    <form method="get" className="filters" role="search">
      <div className="field"><label htmlFor="who">{t('console.audit.who')}</label><input id="who" name="who" type="search" defaultValue={shown.who} dir="auto" placeholder={t('console.audit.who-hint')} /></div>
      <div className="field">
        <label htmlFor="what">{t('console.audit.what')}</label>
        <select id="what" name="what" defaultValue={shown.what}>
          <option value="">{t('console.audit.all-deeds')}</option>
          {(Object.keys(DEED_GROUPS) as DeedGroup[]).map((group) => (
            <optgroup key={group} label={t(`console.audit.group.${group}`)}>
              <option value={group}>{t(`console.audit.group.${group}`)}: {t('console.audit.all-of-these')}</option>
              {DEED_GROUPS[group].map((action) => <option key={action} value={action}>{deedName(texts, action)}</option>)}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field"><label htmlFor="from">{t('console.audit.from')}</label><input id="from" name="from" type="date" defaultValue={shown.from} /></div>
      <div className="field"><label htmlFor="until">{t('console.audit.until')}</label><input id="until" name="until" type="date" defaultValue={shown.until} /></div>
      <div className="field">
        <label htmlFor="conference">{t('console.audit.where')}</label>
        <select id="conference" name="conference" defaultValue={shown.conference}><option value="">{t('console.audit.everywhere')}</option>{conferences.map(({ slug, title }) => <option key={slug} value={slug}>{own(title)}</option>)}</select>
      </div>
      <div className="field"><label htmlFor="about">{t('console.audit.about')}</label><input id="about" name="about" type="search" defaultValue={shown.about} dir="auto" placeholder={t('console.audit.about-hint')} /></div>
      <button className="second" type="submit">{t('web.search')}</button>
      {isFiltered && <a className="button second" href={here}>{t('console.filter.clear')}</a>}
    </form>
  );
}
