import { data, redirect } from 'react-router';
import type { Route } from './+types/contact-new.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { conferenceOf } from './conference-of.js';
import { ContactForm, contactInput } from './contact-form.js';
import { ContactsFrame, contactsPath } from './contacts-frame.js';

const Create = graphql(`
  mutation NewContact($input: CreateContactInput!, $key: String) {
    result: createContact(input: $input, idempotencyKey: $key) { __typename ... on Contact { id } ... on ContactKnown { message contactId } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return { conference: await conferenceOf(context.get(apiContext), request, params.locale, params.slug), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const { result } = await api.ask(request, params.locale, Create, { input: { conferenceId: conference.id, ...contactInput(form) }, key: line(form, 'key') });
  if (result.__typename === 'Contact') return redirect(`${contactsPath(params.locale, params.slug)}/${result.id}?saved=yes`);
  const known = result.__typename === 'ContactKnown' ? result.contactId : null;
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form), known }, { status: 422 });
}

export default function ContactNew({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const known = actionData?.known ?? null;
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={t('console.contacts.new')} conferenceTitle={loaderData.conference.title} part="all">
      <div className="narrow start">
        <ContactForm contact={undefined} answer={actionData}>
          <input type="hidden" name="key" value={loaderData.key} />
          {known !== null && <p className="note"><a href={`${contactsPath(params.locale, params.slug)}/${known}`}>{t('console.contacts.known')}</a></p>}
        </ContactForm>
      </div>
    </ContactsFrame>
  );
}
