import type { Route } from './+types/programme.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { useConference } from '../conferences/use-conference.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { StateChip } from '../registration/state-chip.js';

const ProgrammePage = graphql(`
  query ProgrammePage($slug: String!) {
    programme(conferenceSlug: $slug) {
      forums {
        id slug kind title admission startsAt endsAt places { size remaining lineOpen }
        sessions { id title startsAt endsAt room { name venue { name } } speakers { id name role } }
        mine { state }
      }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { programme } = await context.get(apiContext).ask(request, params.locale, ProgrammePage, { slug: params.slug });
  const wanted = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  return { forums: programme.forums, wanted };
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.tab.programme') }];

export default function Programme({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, day, times, number } = useTexts();
  const conference = useConference();
  const base = `/${params.locale}/conferences/${params.slug}/programme`;
  const sought = loaderData.wanted.toLocaleLowerCase();
  const sessions = loaderData.forums
    .flatMap((forum) => forum.sessions.map((session) => ({ forum, session })))
    .filter(({ forum, session }) => sought === '' || [forum.title, session.title, ...session.speakers.map((one) => one.name)].some((text) => Object.values(text).some((one) => one.toLocaleLowerCase().includes(sought))))
    .sort((one, other) => one.session.startsAt.localeCompare(other.session.startsAt));
  const days = Map.groupBy(sessions, ({ session }) => day(session.startsAt, conference.timeZone));
  return (
    <>
      <h1>{t('web.programme.title')}</h1>
      <form className="filters" method="get" role="search">
        <div className="field"><label htmlFor="q">{t('web.programme.search')}</label><input id="q" name="q" type="search" defaultValue={loaderData.wanted} /></div>
        <button className="second" type="submit">{t('web.search')}</button>
      </form>
      <p className="quiet">{t('web.programme.zone', { zone: conference.timeZone })} · <a href={`/feeds/${params.slug}/programme.ics`}>{t('web.programme.calendar')}</a></p>
      {sessions.length === 0 && <p className="empty">{t(sought === '' ? 'web.programme.empty' : 'web.programme.none-found')}</p>}
      {[...days].map(([name, items]) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul className="day">
            {items.map(({ forum, session }) => (
              <li key={session.id} className="agenda-line">
                <time dateTime={session.startsAt}>{times(session.startsAt, session.endsAt, conference.timeZone)}</time>
                <div>
                  <h3><a href={`${base}/${forum.slug}`}>{own(session.title)}</a></h3>
                  {own(session.title) !== own(forum.title) && <p className="quiet">{own(forum.title)}</p>}
                  <p className="quiet">
                    {session.room !== null && <>{own(session.room.name)}, {own(session.room.venue.name)}</>}
                    {session.speakers.length > 0 && <> · {session.speakers.map((speaker) => own(speaker.name)).join(' · ')}</>}
                  </p>
                  <p>
                    {forum.mine !== null && <StateChip state={forum.mine.state} of="agenda" />}{' '}
                    {forum.admission === 'OPEN_DOORS'
                      ? <span className="quiet">{t('web.programme.open-doors')}</span>
                      : forum.places?.remaining !== null && forum.places !== null && <span className="quiet">{t('web.places.remaining', { count: forum.places.remaining ?? 0, shown: number(forum.places.remaining ?? 0) })}</span>}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
