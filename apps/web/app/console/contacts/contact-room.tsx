import { data, redirect } from 'react-router';
import type { Route } from './+types/contact-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { conferenceOf } from './conference-of.js';
import { ContactForm, contactInput } from './contact-form.js';
import { contactName, ContactsFrame, contactsPath } from './contacts-frame.js';

const One = graphql(`query OneContact($conferenceId: ID!, $id: ID!) { contact(conferenceId: $conferenceId, id: $id) { id address nativeName latinName salutation organisation title country locale phone tags extra source mergedInto createdAt } }`);
const Update = graphql(`
  mutation ChangeContact($input: UpdateContactInput!) {
    result: updateContact(input: $input) { __typename ... on Contact { id } ... on ContactKnown { message } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const { contact } = await api.ask(request, params.locale, One, { conferenceId: conference.id, id: params.id });
  if (contact === null) throw new Response(null, { status: 404 });
  return { conference, contact, isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const { result } = await api.ask(request, params.locale, Update, { input: { conferenceId: conference.id, id: params.id, ...contactInput(form) } });
  if (result.__typename === 'Contact') return redirect(`${contactsPath(params.locale, params.slug)}/${result.id}?saved=yes`);
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

/** One contact: what is known, to be changed. */
export default function ContactRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, brief } = useTexts();
  const { conference, contact, isSaved } = loaderData;
  const when = brief(contact.createdAt, conference.timeZone);
  const extra = Object.entries(contact.extra as unknown as Record<string, string>);
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={contactName(contact)} conferenceTitle={conference.title} part="all">
      <div className="narrow start">
        {isSaved && actionData === undefined && <p className="note good" role="status">{t('console.contacts.saved')}</p>}
        {contact.mergedInto !== null ? <p className="note wait">{t('console.contacts.was-merged')} <a href={`${contactsPath(params.locale, params.slug)}/${contact.mergedInto}`}>{t('console.contacts.see-survivor')}</a></p> : <ContactForm contact={contact} answer={actionData} />}
        {extra.length > 0 && <><h2>{t('console.contacts.extra')}</h2><dl className="pairs">{extra.map(([header, text]) => <div key={header} className="pair"><dt><bdi>{header}</bdi></dt><dd><bdi>{text}</bdi></dd></div>)}</dl></>}
        <p className="quiet">{contact.source === null ? t('console.contacts.typed', { when }) : t('console.contacts.source', { source: contact.source, when })}</p>
      </div>
    </ContactsFrame>
  );
}
