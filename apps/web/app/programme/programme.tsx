import type { Route } from './+types/programme.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { partDescribed } from '../conferences/structured-data.js';
import { useConference } from '../conferences/use-conference.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { ForumInHour } from './forum-in-hour.js';
import { daysOf } from './timetable.js';

const ProgrammePage = graphql(`
  query ProgrammePage($slug: String!) {
    programme(conferenceSlug: $slug) {
      forums {
        id slug kind title admission places { size remaining lineOpen }
        sessions { id title startsAt endsAt room { id name venue { name } } speakers { id name role } }
        mine { state }
      }
    }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { programme } = await context.get(apiContext).ask(request, params.locale, ProgrammePage, { slug: params.slug });
  const asked = new URL(request.url).searchParams;
  return { forums: programme.forums, wanted: { words: asked.get('q')?.trim() ?? '', day: asked.get('day') ?? '', room: asked.get('room') ?? '' } };
}

export const meta: Route.MetaFunction = ({ params, matches }) => {
  const texts = textsFor(params.locale);
  return partDescribed(texts, matches[2].loaderData, texts.t('web.tab.programme'), 'programme');
};

/** Days, in them hours, in them the forums that begin then, in them their sessions. */
export default function Programme({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const texts = useTexts();
  const { t, times } = texts;
  const { timeZone, startsOn } = useConference();
  const base = `/${params.locale}/conferences/${params.slug}/programme`;
  const { forums, wanted } = loaderData;
  const dateOf = (instant: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const days = daysOf(forums, wanted, dateOf);
  const isSearch = Object.values(wanted).some((part) => part !== '');
  const sessions = forums.flatMap((forum) => forum.sessions);
  const dates = [...new Set(sessions.map((session) => dateOf(session.startsAt)))].sort();
  const rooms = [...new Map(sessions.flatMap(({ room }) => (room === null ? [] : [[room.id, texts.own(room.name)] as const]))) ].sort(([, one], [, other]) => one.localeCompare(other, texts.locale));
  return (
    <>
      <h1>{t('web.programme.title')}</h1>
      <form className="filters" method="get" role="search">
        <div className="field"><label htmlFor="q">{t('web.programme.search')}</label><input id="q" name="q" type="search" dir="auto" defaultValue={wanted.words} /></div>
        {dates.length > 1 && <div className="field"><label htmlFor="day">{t('web.programme.day')}</label><select id="day" name="day" defaultValue={wanted.day}><option value="">{t('web.programme.every-day')}</option>{dates.map((date) => <option key={date} value={date}>{texts.days(date)}</option>)}</select></div>}
        {rooms.length > 1 && <div className="field"><label htmlFor="room">{t('web.programme.room')}</label><select id="room" name="room" defaultValue={wanted.room}><option value="">{t('web.programme.every-room')}</option>{rooms.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select></div>}
        <button className="second" type="submit">{t('web.search')}</button>
        {isSearch && <a className="button second" href={base}>{t('web.programme.all')}</a>}
      </form>
      <p className="quiet">{t('web.programme.zone', { zone: texts.zone(timeZone, `${startsOn}T12:00:00Z`) })} · <a href={`/feeds/${params.slug}/programme.ics?lang=${params.locale}`}>{t('web.programme.calendar')}</a></p>
      {days.length === 0 && <p className="empty">{t(isSearch ? 'web.programme.none-found' : 'web.programme.empty')}</p>}
      {days.length > 1 && (
        <nav aria-label={t('web.programme.title')}><ul className="jumps">{days.map((day, index) => <li key={day.name}><a href={`#day-${index + 1}`}>{texts.days(day.name)}</a></li>)}</ul></nav>
      )}
      {days.map((day, index) => (
        <section key={day.name} id={`day-${index + 1}`}>
          <h2>{texts.day(`${day.name}T12:00:00Z`, 'UTC')}</h2>
          {day.hours.map((hour) => (
            <div key={hour.startsAt} className="hour">
              <p className="when">
                <time dateTime={hour.startsAt}>{times(hour.startsAt, hour.endsAt, timeZone)}</time>
                {hour.forums.length > 1 && <span className="quiet"> {t('web.programme.parallel', { count: hour.forums.length })}</span>}
              </p>
              <ul className="parallel">
                {hour.forums.map(({ forum, sessions }) => <li key={forum.id}><ForumInHour forum={forum} sessions={sessions} hour={hour} timeZone={timeZone} path={`${base}/${forum.slug}`} /></li>)}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

export type ProgrammeForum = Awaited<ReturnType<typeof loader>>['forums'][number];
