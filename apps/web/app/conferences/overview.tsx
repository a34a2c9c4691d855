import type { Route } from './+types/overview.js';
import { Prose } from '../layout/prose.js';
import { useTexts } from '../i18n/use-texts.js';
import { useConference } from './use-conference.js';

export default function Overview({ params }: Route.ComponentProps): React.ReactElement {
  const { t, own, label } = useTexts();
  const conference = useConference();
  const register = `/${params.locale}/conferences/${params.slug}/register`;
  return (
    <>
      <h1>{conference.theme === null ? own(conference.title) : own(conference.theme)}</h1>
      {conference.description !== null && <Prose text={own(conference.description)} />}
      {conference.state === 'OPEN'
        ? <p><a className="button" href={register}>{t('web.register')}</a></p>
        : <p className="note">{label(`web.conference.state.${conference.state}`)}</p>}
      <h2>{t('web.conference.hosts')}</h2>
      <ul className="cards">
        {conference.hosts.map((host) => (
          <li key={host.id} className="card">
            <p className="eyebrow">{label(`state.host.${host.role}`)}</p>
            <p>{host.website === null ? own(host.name) : <a href={host.website} rel="noopener">{own(host.name)}</a>}</p>
          </li>
        ))}
      </ul>
      {conference.practicalInformation !== null && <><h2>{t('web.conference.practical')}</h2><Prose text={own(conference.practicalInformation)} /></>}
      <p className="quiet">{t('web.conference.time-zone', { zone: conference.timeZone })}</p>
    </>
  );
}
