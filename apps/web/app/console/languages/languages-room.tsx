import type { Route } from './+types/languages-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseNav } from '../house-nav.js';

const Languages = graphql(`query ConsoleLanguages { languages { locale name wanted written mended isReviewed } catalogueTexts(locale: "en", first: 1) { pageInfo { hasNextPage } } }`);

/** Who may not mend texts is turned away by the api, which is asked for one of them. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { languages } = await context.get(apiContext).ask(request, params.locale, Languages, {});
  return { languages };
}

/** How far each language has come, and the way into its texts. */
export default function LanguagesRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, language, number, percent } = useTexts();
  return (
    <>
      <h1>{t('console.languages.title')}</h1>
      <HouseNav locale={params.locale} here="languages" />
      <p className="quiet">{t('console.languages.lead')}</p>
      <div className="table stack" tabIndex={0} role="region" aria-label={t('console.languages.title')}>
        <table>
          <thead><tr><th>{t('console.languages.language')}</th><th>{t('console.languages.written')}</th><th className="number tight">{t('console.languages.mended')}</th><th>{t('console.field.state')}</th></tr></thead>
          <tbody>
            {loaderData.languages.map((one) => (
              <tr key={one.locale}>
                <td className="tight"><a href={`/${params.locale}/console/languages/${one.locale}`} lang={one.locale}><bdi>{one.name}</bdi></a> <span className="quiet">{language(one.locale)}</span></td>
                <td data-label={t('console.languages.written')} className="tight">{t('console.languages.share', { written: number(one.written), wanted: number(one.wanted), percent: percent(one.written / Math.max(1, one.wanted)) })}</td>
                <td data-label={t('console.languages.mended')} className="number">{number(one.mended)}</td>
                <td data-label={t('console.field.state')} className="tight"><span className={one.isReviewed ? 'chip good' : 'chip wait'}>{t(one.isReviewed ? 'console.languages.reviewed' : 'console.languages.unreviewed')}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
