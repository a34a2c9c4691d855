import { data, redirect } from 'react-router';
import type { Route } from './+types/member.js';
import { Choosing } from '../agenda/choosing.js';
import { answerOf, chooseOrLeave } from '../agenda/choose.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const Member = graphql(`
  query DelegationMember($delegation: ID!, $id: ID!) {
    delegation(id: $delegation) { id name conference { slug timeZone } }
    registration(id: $id) { id state delegation { id } person { names { full } } category { title } agenda { state positionInLine forum { id } departure { id } } }
  }
`);
const Parts = graphql(`
  query DelegationParts($slug: String!) {
    programme(conferenceSlug: $slug) { forums { id slug title startsAt endsAt places { remaining lineOpen } } }
    visits(conferenceSlug: $slug, first: 100) { edges { node { id title departures { id startsAt isBookable places { remaining lineOpen } } } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { delegation, registration } = await api.ask(request, params.locale, Member, { delegation: params.id, id: params.registration });
  if (delegation === null || registration?.delegation?.id !== delegation.id) throw new Response(null, { status: 404 });
  const { programme, visits } = await api.ask(request, params.locale, Parts, { slug: delegation.conference.slug });
  return { delegation, registration, forums: programme.forums, visits: nodes(visits) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.clone().formData();
  const subject = line(form, 'subject') ?? '';
  const result = await chooseOrLeave(context.get(apiContext), request, params.locale, form.get('kind') === 'departure' ? 'departure' : 'forum');
  return result.done ? redirect(`${new URL(request.url).pathname}#s-${subject}`) : data({ subject, answer: answerOf(result) }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('delegation.choose') }, { name: 'robots', content: 'noindex' }];

/** Forums and visits that the head of a delegation chooses for one of its members. */
export default function MemberPage({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span, moment } = useTexts();
  const { delegation, registration, forums, visits } = loaderData;
  const { timeZone, slug } = delegation.conference;
  const choosing = (kind: 'forum' | 'departure', id: string, places: { readonly remaining: number | null; readonly lineOpen: boolean } | null, canBook: boolean): React.ReactElement => (
    <Choosing
      kind={kind} subjectId={id} answer={actionData?.subject === id ? actionData.answer : undefined} canBook={canBook && registration.state === 'CONFIRMED'}
      full={places?.remaining === 0} lineOpen={places?.lineOpen ?? false} register="" timeZone={timeZone} alternativesBase={undefined}
      registrations={[{ ...registration, item: registration.agenda.find((item) => (kind === 'forum' ? item.forum?.id : item.departure?.id) === id) }]}
    />
  );
  return (
    <main id="main" className="wide">
      <p className="eyebrow"><a href={`/${params.locale}/delegations/${delegation.id}`}>{own(delegation.name)}</a></p>
      <h1><bdi>{registration.person.names.full}</bdi></h1>
      <p>{own(registration.category.title)}</p>
      <h2>{t('web.tab.programme')}</h2>
      <ul className="cards">{forums.map((forum) => (
        <li key={forum.id} className="card" id={`s-${forum.id}`}>
          <h3><a href={`/${params.locale}/conferences/${slug}/programme/${forum.slug}`}>{own(forum.title)}</a></h3>
          {forum.startsAt !== null && forum.endsAt !== null && <p className="quiet">{span(forum.startsAt, forum.endsAt, timeZone)}</p>}
          {choosing('forum', forum.id, forum.places, true)}
        </li>
      ))}</ul>
      <h2>{t('web.tab.visits')}</h2>
      <ul className="cards">{visits.flatMap((visit) => visit.departures.map((departure) => (
        <li key={departure.id} className="card" id={`s-${departure.id}`}>
          <h3>{own(visit.title)}</h3>
          <p className="quiet">{moment(departure.startsAt, timeZone)}</p>
          {choosing('departure', departure.id, departure.places, departure.isBookable)}
        </li>
      )))}</ul>
    </main>
  );
}
