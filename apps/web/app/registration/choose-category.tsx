import { data, redirect } from 'react-router';
import type { Route } from './+types/choose-category.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { partDescribed } from '../conferences/structured-data.js';
import { useConference } from '../conferences/use-conference.js';
import { line } from '../forms/problems.js';
import { isSignedIn } from '../identity/signed-in.js';
import { Prose } from '../layout/prose.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const Start = graphql(`
  mutation Start($input: StartRegistrationInput!, $key: String) {
    result: startRegistration(input: $input, idempotencyKey: $key) { __typename ... on Registration { id } ... on Refusal { code message } }
  }
`);
const Invited = graphql(`query RegisterByInvitation($token: String!) { invitation(token: $token) { state category { id key title description isOpen opensAt closesAt needsApproval invitationOnly places { size remaining waiting lineOpen } } conference { slug } } }`);
const Mine = graphql(`query Mine($slug: String!) { myRegistrations(conferenceSlug: $slug, first: 200) { edges { node { id code state person { names { full } } category { title } } } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const key = crypto.randomUUID();
  const api = context.get(apiContext);
  const token = new URL(request.url).searchParams.get('invitation');
  const card = token === null ? null : (await api.ask(request, params.locale, Invited, { token })).invitation;
  const invitation = card !== null && card.conference.slug === params.slug && card.state === 'ACCEPTED' ? card : null;
  if (!isSignedIn(request)) return { key, mine: [], token, invitation, isKnown: false };
  const { myRegistrations } = await api.ask(request, params.locale, Mine, { slug: params.slug });
  return { key, mine: nodes(myRegistrations), token, invitation, isKnown: true };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { pathname, search } = new URL(request.url);
  const input = { conferenceId: line(form, 'conference') ?? '', category: line(form, 'category') ?? '', invitation: line(form, 'invitation'), details: { locale: params.locale } };
  const { result } = await context.get(apiContext).ask(request, params.locale, Start, { input, key: line(form, 'key') });
  if (result.__typename === 'Registration') return redirect(`/${params.locale}/registrations/${result.id}/names`);
  if (result.code === 'access.sign-in-needed') return redirect(`/${params.locale}/sign-in?next=${encodeURIComponent(pathname + search)}`);
  return data({ message: result.message }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params, matches }) => {
  const texts = textsFor(params.locale);
  return partDescribed(texts, matches[2].loaderData, texts.t('web.tab.register'), 'register');
};

export default function ChooseCategory({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, moment, number } = useTexts();
  const conference = useConference();
  const { invitation } = loaderData;
  const invitedAs = invitation?.category ?? null;
  // One for the invited only is not among those that everybody is offered.
  const offered = invitedAs === null ? conference.categories : [invitedAs];
  return (
    <>
      <h1>{t('web.register.title')}</h1>
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {loaderData.mine.length > 0 && (
        <div className="note">
          <p>{t('web.register.mine')}</p>
          <ul>{loaderData.mine.map((one) => <li key={one.id}><a href={`/${params.locale}/registrations/${one.id}`}><bdi>{one.person.names.full === '' ? one.code : one.person.names.full}</bdi></a>, {own(one.category.title)}</li>)}</ul>
        </div>
      )}
      {invitedAs === null ? <p className="lead">{t('web.register.lead')}</p> : <p className="note good">{t('invitation.register.by', { category: own(invitedAs.title) })}</p>}
      {invitation !== null && !loaderData.isKnown && <p><strong>{t('invitation.register.now')}</strong></p>}
      {loaderData.isKnown && loaderData.mine.length === 0 && <p className="note">{t('web.register.signed-in')}</p>}
      {offered.length === 0 && <p className="empty">{t('web.register.none')}</p>}
      <ul className="cards">
        {offered.map((category) => (
          <li key={category.id} className="card">
            <h3>{own(category.title)}</h3>
            {category.description !== null && <Prose text={own(category.description)} />}
            {mayJoin(category) && category.places.remaining !== null && <p className={category.places.remaining === 0 ? 'full' : 'quiet'}>{category.places.remaining === 0 ? t(category.places.lineOpen ? 'web.places.line-open' : 'web.line.closed') : t('web.places.remaining', { count: category.places.remaining, shown: number(category.places.remaining) })}</p>}
            {category.needsApproval && <p className="quiet">{t('web.register.approval')}</p>}
            {invitedAs === null && mayJoin(category) && isSoldOut(category) ? null : mayJoin(category) || invitedAs !== null ? (
              <form method="post">
                <input type="hidden" name="conference" value={conference.id} />
                <input type="hidden" name="category" value={category.key} />
                {loaderData.invitation !== null && <input type="hidden" name="invitation" value={loaderData.token ?? ''} />}
                <input type="hidden" name="key" value={`${loaderData.key}-${category.key}`} />
                <button type="submit">{t('web.register.start', { category: own(category.title) })}</button>
              </form>
            ) : <p className="quiet">{category.invitationOnly ? t('web.register.invitation-only') : category.opensAt !== null && !category.isOpen ? t('web.register.opens', { moment: moment(category.opensAt, conference.timeZone) }) : t('web.register.closed')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Offered {
  readonly isOpen: boolean;
  readonly invitationOnly: boolean;
  readonly places: { readonly remaining: number | null; readonly lineOpen: boolean };
}

function mayJoin({ isOpen, invitationOnly }: Offered): boolean {
  return isOpen && !invitationOnly;
}

/** Nobody fills in pages of a form to be told at its end that there is neither a place nor a line. */
function isSoldOut({ places }: Offered): boolean {
  return places.remaining === 0 && !places.lineOpen;
}
