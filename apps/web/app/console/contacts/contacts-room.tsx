import { data, redirect } from 'react-router';
import type { Route } from './+types/contacts-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { line } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { conferenceOf } from './conference-of.js';
import { contactFilter, filterQuery } from './contact-query.js';
import { ContactNames, ContactsFrame, contactsPath } from './contacts-frame.js';
import { FilterForm } from './filter-form.js';

const Contacts = graphql(`
  query ConsoleContacts($id: ID!, $filter: ContactFilter, $after: String) {
    contacts(conferenceId: $id, filter: $filter, first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id nativeName latinName address organisation title country locale tags } }
    }
    contactFacets(conferenceId: $id) { countries { value count } locales { value count } tags { value count } }
    contactLists(conferenceId: $id) { id name size }
  }
`);
const Fill = graphql(`mutation FillList($id: ID!, $listId: ID!, $filter: ContactFilter) { result: fillContactList(conferenceId: $id, listId: $listId, filter: $filter) { __typename ... on ContactListChanged { changed } ... on Refusal { message } } }`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const found = await api.ask(request, params.locale, Contacts, { id: conference.id, filter: contactFilter(query), after: query.get('after') });
  return { conference, ...found, chosen: filterQuery(query), isFirst: !query.has('after'), came: Number(query.get('came') ?? Number.NaN) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { pathname, searchParams } = new URL(request.url);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const { result } = await api.ask(request, params.locale, Fill, { id: conference.id, listId: line(form, 'list') ?? '', filter: contactFilter(searchParams) });
  if (result.__typename !== 'ContactListChanged') return data({ message: result.message }, { status: 422 });
  return redirect(`${pathname}?${new URLSearchParams([...filterQuery(searchParams), ['came', String(result.changed)]]).toString()}`);
}

/** All contacts of the series, filtered by the address of the page. */
export default function ContactsRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, number, country, language } = useTexts();
  const { conference, contacts, contactFacets, contactLists, chosen, isFirst, came } = loaderData;
  const base = contactsPath(params.locale, params.slug);
  const rows = nodes(contacts);
  const query = new URLSearchParams(chosen).toString();
  const next = new URLSearchParams([...chosen, ['after', contacts.pageInfo.endCursor ?? '']]).toString();
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={t('console.room.contacts')} conferenceTitle={conference.title} part="all">
      <FilterForm chosen={chosen} facets={contactFacets} lists={contactLists} base={base} />
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {Number.isInteger(came) && <p className="note good" role="status">{t('console.contacts.came', { count: came })}</p>}
      <p className="row"><span>{t('console.contacts.count', { count: contacts.totalCount, shown: number(contacts.totalCount) })}</span><a className="button second end" href={`${base}/new`}>{t('console.contacts.add')}</a></p>
      {rows.length === 0 ? <p className="empty">{t(chosen.length > 0 ? 'console.contacts.empty' : 'console.contacts.first')}</p> : (
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('console.room.contacts')}>
          <table>
            <thead><tr><th>{t('console.contacts.name')}</th><th>{t('console.contacts.address')}</th><th>{t('console.contacts.organisation')}</th><th>{t('console.field.country')}</th><th>{t('console.contacts.language')}</th><th>{t('console.contacts.tags')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td><ContactNames contact={row} href={`${base}/${row.id}`} /></td>
                  <td data-label={t('console.contacts.address')}>{row.address !== null && <bdi className="ltr">{row.address}</bdi>}</td>
                  <td data-label={t('console.contacts.organisation')}><bdi>{row.organisation}</bdi>{row.title !== null && <div className="quiet"><bdi>{row.title}</bdi></div>}</td>
                  <td data-label={t('console.field.country')}>{row.country !== null && country(row.country)}</td>
                  <td data-label={t('console.contacts.language')}>{row.locale !== null && language(row.locale)}</td>
                  <td data-label={t('console.contacts.tags')}><span className="row tags">{row.tags.map((tag) => <span key={tag} className="chip plain"><bdi>{tag}</bdi></span>)}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="row">
        {!isFirst && <a className="button second" href={query === '' ? base : `${base}?${query}`}>{t('console.first-page')}</a>}
        {contacts.pageInfo.hasNextPage && <a className="button second" href={`${base}?${next}`}>{t('console.next-page')}</a>}
      </p>
      {rows.length > 0 && contactLists.length > 0 && (
        <form method="post" className="decide">
          <div className="field">
            <label htmlFor="list-to-fill">{t('console.contacts.put', { count: number(contacts.totalCount) })}</label>
            <select id="list-to-fill" name="list">{contactLists.map((list) => <option key={list.id} value={list.id}>{t('console.contacts.option', { name: list.name, count: list.size })}</option>)}</select>
          </div>
          <button className="second" type="submit">{t('console.contacts.put-go')}</button>
        </form>
      )}
      <p className="quiet">{t('console.contacts.shared', { series: own(conference.series.title) })}</p>
    </ContactsFrame>
  );
}
