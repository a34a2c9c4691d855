import { Prose } from '../layout/prose.js';
import { useTexts } from '../i18n/use-texts.js';
import { useConference } from './use-conference.js';

export default function Overview(): React.ReactElement {
  const { t, own, zone } = useTexts();
  const conference = useConference();
  const roles = Map.groupBy(conference.hosts, (host) => host.role);
  return (
    <>
      {conference.description !== null && <section><h2 className="hidden">{t('web.conference.about')}</h2><Prose text={own(conference.description)} /></section>}
      {conference.practicalInformation !== null && <section><h2>{t('web.conference.practical')}</h2><Prose text={own(conference.practicalInformation)} /></section>}
      {roles.size > 0 && (
        <section>
          <h2>{t('web.conference.hosts')}</h2>
          <dl className="pairs">
            {[...roles].map(([role, hosts]) => (
              <div key={role} className="pair">
                <dt>{t(`conference.host.${role}`)}</dt>
                <dd><ul className="bare">{hosts.map((host) => <li key={host.id}>{host.website === null ? own(host.name) : <a href={host.website} rel="noopener">{own(host.name)}</a>}</li>)}</ul></dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="quiet">{t('web.conference.time-zone', { zone: zone(conference.timeZone, `${conference.startsOn}T12:00:00Z`) })}</p>
    </>
  );
}
