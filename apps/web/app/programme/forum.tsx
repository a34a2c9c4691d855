import { data, redirect } from 'react-router';
import type { Route } from './+types/forum.js';
import { ClashAhead } from '../agenda/clash-ahead.js';
import { clashesOf } from '../agenda/clashing.js';
import { FreePlaces } from '../agenda/free-places.js';
import { Choosing } from '../agenda/choosing.js';
import { answerOf, chooseOrLeave } from '../agenda/choose.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { described, withOffset } from '../conferences/structured-data.js';
import { useConference } from '../conferences/use-conference.js';
import { isSignedIn } from '../identity/signed-in.js';
import { Prose } from '../layout/prose.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const ForumPage = graphql(`
  query ForumPage($slug: String!, $signedIn: Boolean!) {
    programme(conferenceSlug: $slug) {
      forums {
        id slug kind title description admission startsAt endsAt places { size remaining waiting lineOpen }
        sessions { id title description startsAt endsAt interpretation room { name venue { name } } speakers { id name affiliation role } }
        mine { state positionInLine offer { id expiresAt } }
      }
    }
    myAgenda(conferenceSlug: $slug) @include(if: $signedIn) { days { entries { startsAt endsAt item { title state forum { id } } } } }
    myRegistrations(conferenceSlug: $slug, first: 200) @include(if: $signedIn) { edges { node { id state person { names { full } } agenda { state forum { id } positionInLine } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const signedIn = isSignedIn(request);
  const { programme, myRegistrations, myAgenda } = await context.get(apiContext).ask(request, params.locale, ForumPage, { slug: params.slug, signedIn });
  const forum = programme.forums.find((one) => one.slug === params.forum);
  if (forum === undefined) throw new Response(null, { status: 404 });
  const held = (myAgenda?.days ?? []).flatMap(({ entries }) => entries).filter(({ item }) => item.forum?.id !== forum.id && (item.state === 'CONFIRMED' || item.state === 'HELD'));
  const clashes = [...new Set(forum.sessions.flatMap((session) => clashesOf(held, session)))];
  return { forum, clashes, registrations: (myRegistrations === undefined ? [] : nodes(myRegistrations)).filter((one) => one.state === 'CONFIRMED').map((one) => ({ ...one, item: one.agenda.find((item) => item.forum?.id === forum.id) })) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const result = await chooseOrLeave(context.get(apiContext), request, params.locale, 'forum');
  return result.done ? redirect(new URL(request.url).pathname) : data(answerOf(result), { status: 409 });
}

export const meta: Route.MetaFunction = ({ params, loaderData, matches }) => {
  const frame = matches[2].loaderData;
  if (loaderData === undefined || frame === undefined) return [];
  const texts = textsFor(params.locale);
  const { own, span } = texts;
  const { title, description, slug, sessions } = loaderData.forum;
  const { timeZone, city } = frame.conference;
  const [first, last] = [sessions[0], sessions.at(-1)];
  const when = first === undefined || last === undefined ? [] : [{
    name: own(title), description: description === null ? null : own(description), startDate: withOffset(first.startsAt, timeZone), endDate: withOffset(last.endsAt, timeZone),
    url: `${frame.origin}/${params.locale}/conferences/${params.slug}/programme/${slug}`, place: own(first.room?.venue.name ?? city),
  }];
  return described(texts, frame, own(title), first === undefined || last === undefined ? own(city) : `${span(first.startsAt, last.endsAt, timeZone)} · ${own(city)}`, when);
};

export default function ForumView({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, day, span, times, list, language } = useTexts();
  const conference = useConference();
  const { forum, registrations, clashes } = loaderData;
  const [first, last] = [forum.sessions[0], forum.sessions.at(-1)];
  return (
    <>
      <p className="eyebrow">{t(`state.forum.${forum.kind}`)}</p>
      <h1>{own(forum.title)}</h1>
      {forum.description !== null && <Prose text={own(forum.description)} />}
      {first !== undefined && last !== undefined && <p className="when">{span(first.startsAt, last.endsAt, conference.timeZone)} <a className="no-print" href={`/feeds/${params.slug}/forums/${forum.slug}.ics?lang=${params.locale}`}>{t('web.programme.calendar')}</a></p>}
      <p><FreePlaces places={forum.places} openDoors={forum.admission === 'OPEN_DOORS'} /></p>
      <ClashAhead clashes={clashes} fitting={[]} timeZone={conference.timeZone} />
      <Choosing kind="forum" subjectId={forum.id} registrations={registrations} answer={actionData} canBook={forum.sessions.length > 0} full={forum.places?.remaining === 0} lineOpen={forum.places?.lineOpen ?? true}
        register={`/${params.locale}/conferences/${params.slug}/register`} timeZone={conference.timeZone} alternativesBase={undefined} />
      <h2>{t('web.forum.sessions')}</h2>
      <ul className="day">
        {forum.sessions.map((session) => (
          <li key={session.id} className="agenda-line">
            <time dateTime={session.startsAt}>{times(session.startsAt, session.endsAt, conference.timeZone)}</time>
            <div>
              <h3>{own(session.title)}</h3>
              <p className="quiet">{day(session.startsAt, conference.timeZone)}{session.room !== null && <> · {own(session.room.name)} · {own(session.room.venue.name)}</>}</p>
              {session.description !== null && <Prose text={own(session.description)} />}
              {session.interpretation.length > 0 && <p className="quiet">{t('web.forum.interpretation', { languages: list(session.interpretation.map(language)) })}</p>}
              {session.speakers.length > 0 && (
                <ul className="bare">{session.speakers.map((speaker) => <li key={speaker.id}><strong><bdi>{own(speaker.name)}</bdi></strong> · {t(`state.speaker.${speaker.role}`)}{speaker.affiliation !== null && <span className="quiet"> · {own(speaker.affiliation)}</span>}</li>)}</ul>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p><a href={`/${params.locale}/conferences/${params.slug}/programme`}>{t('web.back.programme')}</a></p>
    </>
  );
}
