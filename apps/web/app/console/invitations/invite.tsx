import { data, redirect } from 'react-router';
import type { Route } from './+types/invite.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { ChoiceField, SelectField, Summary, TextField } from '../../forms/field.js';
import { chosen, line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { ConferenceNav } from '../conference-nav.js';
import { instantIn } from './instant-in.js';
import { useInvitationNames } from './invitation-names.js';

const About = graphql(`
  query InviteAbout($slug: String!) {
    conference(slug: $slug) { id title timeZone locales categories { key title } }
    programme(conferenceSlug: $slug) { forums { id title } }
    visits(conferenceSlug: $slug, first: 100) { edges { node { id title } } }
  }
`);
const Delegations = graphql(`query InviteDelegations($id: ID!) { delegations(conferenceId: $id, first: 200) { edges { node { id name } } } }`);
const Create = graphql(`
  mutation InviteOne($input: CreateInvitationsInput!) {
    result: createInvitations(input: $input) { __typename ... on InvitationsCreated { created { isNew invitation { id } } } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference, programme, visits } = await api.ask(request, params.locale, About, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { delegations } = await api.ask(request, params.locale, Delegations, { id: conference.id });
  return { conference, forums: programme.forums, visits: nodes(visits), delegations: nodes(delegations), delegation: new URL(request.url).searchParams.get('delegation') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string): string | null => line(form, name);
  const { result } = await context.get(apiContext).ask(request, params.locale, Create, { input: {
    conferenceId: text('conference') ?? '', delegationId: text('delegation'), words: text('words'), sendLetters: form.get('letter') === 'yes',
    invitations: [{
      name: text('name') ?? '', email: text('email') ?? '', nativeName: text('nativeName'), latinName: text('latinName'), salutation: text('salutation'), organisation: text('organisation'),
      jobTitle: text('jobTitle'), locale: text('locale'), country: text('country'), category: text('category'), sponsor: text('sponsor'), places: Number(text('places') ?? 1), isPersonal: form.get('isPersonal') === 'yes',
      expiresAt: instantIn(text('expiresAt'), text('zone') ?? 'UTC'), forumIds: chosen(form, 'forumIds'), visitIds: chosen(form, 'visitIds'),
    }],
  } });
  if (result.__typename === 'InvitationsCreated') {
    const [one] = result.created;
    return redirect(`/${params.locale}/console/conferences/${params.slug}/invitations/${one?.invitation.id ?? ''}${one?.isNew === false ? '?already' : '?done'}`);
  }
  const problems = result.__typename === 'InvalidInput' ? result.problems.map((problem) => ({ ...problem, path: problem.path.replace('invitations.0.', '') })) : [];
  return data({ message: result.message, problems, values: typedIn(form) }, { status: 422 });
}

export default function Invite({ loaderData, actionData: answer, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, country, language } = useTexts();
  const { conference, forums, visits, delegations, delegation } = loaderData;
  const names = useInvitationNames();
  const text = (name: keyof typeof names, more: Partial<Parameters<typeof TextField>[0]> = {}): React.ReactElement => <TextField name={name} label={names[name]} answer={answer} {...more} />;
  return (
    <>
      <h1>{t('console.invitations.new')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="invitations" />
      <form method="post" noValidate className="narrow start">
        <Summary answer={answer} names={names} />
        <input type="hidden" name="conference" value={conference.id} /><input type="hidden" name="zone" value={conference.timeZone} />
        {text('name', { required: true })}{text('email', { type: 'email', required: true, ltr: true, autoComplete: 'off' })}
        <div className="beside">{text('nativeName')}{text('latinName', { lang: 'und-Latn' })}</div>
        <div className="beside">{text('organisation')}{text('jobTitle')}</div>
        <div className="beside">
          {text('salutation')}
          <SelectField name="locale" label={names.locale} answer={answer} required choices={conference.locales.map((tag) => ({ value: tag, label: language(tag) }))} value={conference.locales[0]} />
          <SelectField name="country" label={names.country} answer={answer} choices={COUNTRIES.map((code) => ({ value: code, label: country(code) }))} />
        </div>
        <div className="beside">
          <SelectField name="category" label={names.category} answer={answer} choices={conference.categories.map(({ key, title }) => ({ value: key, label: own(title) }))} none={t('console.invitations.category.any')} />
          {delegations.length > 0 && <SelectField name="delegation" label={t('console.invitations.delegation')} answer={answer} choices={delegations.map(({ id, name }) => ({ value: id, label: own(name) }))} value={delegation} none="–" />}
        </div>
        <div className="beside">{text('places', { type: 'number', value: '1', required: true, ltr: true })}{text('expiresAt', { type: 'datetime-local', ltr: true })}</div>
        {text('sponsor')}
        {forums.length > 0 && <ChoiceField name="forumIds" label={names.forumIds} answer={answer} many choices={forums.map(({ id, title }) => ({ value: id, label: own(title) }))} />}
        {visits.length > 0 && <ChoiceField name="visitIds" label={names.visitIds} answer={answer} many choices={visits.map(({ id, title }) => ({ value: id, label: own(title) }))} />}
        {text('words', { lines: 4 })}
        <div className="field"><label className="choice"><input type="checkbox" name="isPersonal" value="yes" defaultChecked={answer === undefined || answer.values['isPersonal'] !== undefined} /> <span>{t('console.invitations.locked')}</span></label>
          <label className="choice"><input type="checkbox" name="letter" value="yes" defaultChecked={answer === undefined || answer.values['letter'] !== undefined} /> <span>{t('console.invitations.letter')}</span></label></div>
        <button type="submit">{t('console.invitations.invite')}</button>
      </form>
    </>
  );
}
