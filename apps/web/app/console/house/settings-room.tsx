import type { Route } from './+types/settings-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { HouseFrame } from './house-frame.js';
import { groupOf, SETTING_GROUPS } from './setting-groups.js';

const Settings = graphql(`query InstallationSettings { installation { settings { name value isSet isSecret } } conferences(first: 100) { edges { node { id slug title } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { installation, conferences } = await context.get(apiContext).ask(request, params.locale, Settings, {});
  return { settings: installation.settings, conference: conferences.edges[0]?.node };
}

/** What this server was started with. Secrets say only that they are set. */
export default function SettingsRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own } = useTexts();
  const { settings, conference } = loaderData;
  return (
    <HouseFrame locale={params.locale} here="settings">
      <p>{t('console.setting.text')}</p>
      {conference !== undefined && <p>{t('console.setting.senders')} <a href={`/${params.locale}/console/conferences/${conference.slug}/letters/sender`}>{own(conference.title)}</a></p>}
      {SETTING_GROUPS.map((group) => (
        <section key={group}>
          <h2>{t(`console.setting.group.${group}`)}</h2>
          <div className="table stack" tabIndex={0} role="region" aria-label={t(`console.setting.group.${group}`)}>
            <table className="settings">
              <thead><tr><th>{t('console.setting.name')}</th><th>{t('console.setting.value')}</th></tr></thead>
              <tbody>
                {settings.filter(({ name }) => groupOf(name) === group).map(({ name, value, isSet, isSecret }) => (
                  <tr key={name}>
                    <td className="tight"><code className="ltr">{name}</code></td>
                    <td>{!isSet ? <span className="quiet">{t('console.setting.not-set')}</span> : isSecret ? <span className="chip good">{t('console.setting.secret')}</span> : <bdi className="ltr">{value}</bdi>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </HouseFrame>
  );
}
