import type { Route } from './+types/my-agenda.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { useConference } from '../conferences/use-conference.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { AgendaChip } from '../registration/state-chip.js';

const AgendaPage = graphql(`
  query AgendaPage($slug: String!, $registration: ID) {
    me { id }
    myRegistrations(conferenceSlug: $slug, first: 200) { edges { node { id person { names { full } } } } }
    myAgenda(conferenceSlug: $slug, registrationId: $registration) {
      calendarPath registration { id person { names { full } } }
      items { id kind title startsAt endsAt place state positionInLine offer { id expiresAt } forum { slug } departure { visit { slug } } }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const registration = new URL(request.url).searchParams.get('registration');
  return context.get(apiContext).ask(request, params.locale, AgendaPage, { slug: params.slug, registration });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.tab.agenda') }];

export default function MyAgenda({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, day, times, moment, zone } = useTexts();
  const { timeZone, startsOn } = useConference();
  const base = `/${params.locale}/conferences/${params.slug}`;
  const agenda = loaderData.myAgenda;
  if (agenda === null) {
    return (<><h1>{t('web.tab.agenda')}</h1><p className="empty">{t('web.agenda.none')} <a href={`${base}/register`}>{t('web.register')}</a></p></>);
  }
  const days = Map.groupBy(agenda.items, (item) => (item.startsAt === null ? t('web.agenda.unscheduled') : day(item.startsAt, timeZone)));
  return (
    <>
      <h1>{t('web.tab.agenda')}</h1>
      <p className="lead"><bdi>{agenda.registration.person.names.full}</bdi></p>
      {nodes(loaderData.myRegistrations).length > 1 && (
        <p className="row">{nodes(loaderData.myRegistrations).map((one) => <a key={one.id} href={`${base}/agenda?registration=${one.id}`} aria-current={one.id === agenda.registration.id ? 'true' : undefined}><bdi>{one.person.names.full}</bdi></a>)}</p>
      )}
      {agenda.items.length === 0 && <p className="empty">{t('web.agenda.empty')} <a href={`${base}/programme`}>{t('web.tab.programme')}</a> · <a href={`${base}/visits`}>{t('web.tab.visits')}</a></p>}
      {[...days].map(([name, items]) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul className="day">
            {items.map((item) => (
              <li key={item.id} className="agenda-line">
                <time dateTime={item.startsAt ?? undefined}>{item.startsAt !== null && item.endsAt !== null && times(item.startsAt, item.endsAt, timeZone)}</time>
                <div>
                  <h3><a href={item.forum === null ? `${base}/visits/${item.departure?.visit.slug ?? ''}` : `${base}/programme/${item.forum.slug}`}>{own(item.title)}</a></h3>
                  {item.place !== null && <p className="quiet">{own(item.place)}</p>}
                  <p>
                    <AgendaChip state={item.state} />{' '}
                    {item.positionInLine !== null && <span className="quiet">{t('web.line.position', { position: item.positionInLine })}</span>}
                    {item.offer !== null && <a className="button" href={`/${params.locale}/offers/${item.offer.id}`}>{t('web.offer.answer-until', { moment: moment(item.offer.expiresAt, timeZone) })}</a>}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="quiet">{t('web.programme.zone', { zone: zone(timeZone, `${startsOn}T12:00:00Z`) })} · <a href={agenda.calendarPath}>{t('web.agenda.calendar')}</a></p>
    </>
  );
}
