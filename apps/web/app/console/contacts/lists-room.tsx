import { data, redirect } from 'react-router';
import type { Route } from './+types/lists-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { conferenceOf } from './conference-of.js';
import { ContactsFrame, contactsPath } from './contacts-frame.js';

const Lists = graphql(`query ConsoleContactLists($id: ID!) { contactLists(conferenceId: $id) { id name size } }`);
const Create = graphql(`mutation NewContactList($input: CreateContactListInput!) { result: createContactList(input: $input) { __typename ... on ContactList { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const Delete = graphql(`mutation DeleteList($id: ID!, $listId: ID!) { result: deleteContactList(conferenceId: $id, listId: $listId) { __typename ... on ContactListChanged { changed } ... on Refusal { message } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  return { conference, ...await api.ask(request, params.locale, Lists, { id: conference.id }) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { id } = await conferenceOf(api, request, params.locale, params.slug);
  const listId = line(form, 'delete');
  const { result } = listId === null
    ? await api.ask(request, params.locale, Create, { input: { conferenceId: id, name: line(form, 'name') ?? '' } })
    : await api.ask(request, params.locale, Delete, { id, listId });
  if (result.__typename === 'ContactList' || result.__typename === 'ContactListChanged') return redirect(new URL(request.url).pathname);
  return data({ message: result.message, problems: result.__typename === 'InvalidInput' ? result.problems : [], values: typedIn(form) }, { status: 422 });
}

/** The lists that staff keep. */
export default function ListsRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, number } = useTexts();
  const { conference, contactLists } = loaderData;
  const base = contactsPath(params.locale, params.slug);
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={t('console.contacts.part.lists')} conferenceTitle={conference.title} part="lists">
      {contactLists.length === 0 ? <p className="empty">{t('console.lists.empty')}</p> : (
        <form method="post">
          <div className="table" tabIndex={0} role="region" aria-label={t('console.contacts.part.lists')}>
            <table>
              <thead><tr><th>{t('console.contacts.list')}</th><th className="number">{t('console.lists.size')}</th><th><span className="hidden">{t('console.lists.delete')}</span></th></tr></thead>
              <tbody>{contactLists.map((list) => (
                <tr key={list.id}>
                  <td><a href={`${base}?list=${list.id}`}><bdi>{list.name}</bdi></a></td>
                  <td className="number">{number(list.size)}</td>
                  <td><button type="submit" className="link" name="delete" value={list.id} aria-label={t('console.lists.delete-named', { name: list.name })}>{t('console.lists.delete')}</button></td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          <p className="quiet">{t('console.lists.delete-text')}</p>
        </form>
      )}
      <form method="post" className="narrow start" noValidate>
        <Summary answer={actionData} names={{ name: t('console.lists.name') }} />
        <TextField name="name" label={t('console.lists.name')} answer={actionData} required />
        <button type="submit">{t('console.lists.create')}</button>
      </form>
    </ContactsFrame>
  );
}
