import type { Route } from './+types/speakers.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { partDescribed } from '../conferences/structured-data.js';
import { useConference } from '../conferences/use-conference.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { speakersOf } from './on-stage.js';

const SpeakersPage = graphql(`
  query SpeakersPage($slug: String!) {
    programme(conferenceSlug: $slug) { forums { slug sessions { id title startsAt endsAt speakers { id name affiliation role } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { programme } = await context.get(apiContext).ask(request, params.locale, SpeakersPage, { slug: params.slug });
  return { sessions: programme.forums.flatMap(({ slug, sessions }) => sessions.map((session) => ({ ...session, forum: slug }))) };
}

export const meta: Route.MetaFunction = ({ params, matches }) => {
  const texts = textsFor(params.locale);
  return partDescribed(texts, matches[2].loaderData, texts.t('web.tab.speakers'), 'speakers');
};

/** Who speaks, and when: names lead, each with what the person does. */
export default function Speakers({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const { timeZone } = useConference();
  const speakers = speakersOf(loaderData.sessions, own, params.locale);
  return (
    <>
      <h1>{t('web.tab.speakers')}</h1>
      {speakers.length === 0 && <p className="empty">{t('web.speakers.empty')}</p>}
      <ul className="cards">
        {speakers.map(({ name, affiliation, parts }) => (
          <li key={parts.map(({ session, role }) => `${session.id} ${role}`).join()} className="card">
            <h2><bdi>{own(name)}</bdi></h2>
            {affiliation !== null && <p className="quiet">{own(affiliation)}</p>}
            <ul className="bare">
              {parts.map(({ session, role }) => (
                <li key={session.id}>
                  <a href={`/${params.locale}/conferences/${params.slug}/programme/${session.forum}`}>{own(session.title)}</a>
                  <p className="quiet">{t(`state.speaker.${role}`)} · {span(session.startsAt, session.endsAt, timeZone)}</p>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
