import { useTexts } from '../../i18n/use-texts.js';
import type { CategoryData } from './category-data.js';

/** Which versions of the form somebody answered, and what a change means for them. */
export function FormVersions({ category: { form, formVersions }, zone }: { readonly category: CategoryData; readonly zone: string }): React.ReactElement {
  const { t, number, brief } = useTexts();
  const shown = formVersions.filter(({ version, registrations }) => version === form.version || registrations > 0);
  const earlier = shown.filter(({ version }) => version !== form.version).reduce((sum, { registrations }) => sum + registrations, 0);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('console.form.versions')}</h2>
      <p>{t('console.form.versions-lead')}</p>
      {earlier > 0 && <p className="note wait">{t('console.form.affected', { count: earlier })}</p>}
      <div className="table" tabIndex={0} role="region" aria-labelledby="versions">
        <table>
          <thead><tr><th>{t('console.form.version')}</th><th>{t('console.form.version-when')}</th><th className="number">{t('console.form.version-used')}</th></tr></thead>
          <tbody>{shown.map((one) => <tr key={one.version}><td>{number(one.version)} {one.version === form.version && <span className="chip plain">{t('console.form.version-newest')}</span>}</td><td className="tight">{brief(one.createdAt, zone)}</td><td className="number">{number(one.registrations)}</td></tr>)}</tbody>
        </table>
      </div>
    </section>
  );
}
