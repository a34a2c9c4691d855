import { data, redirect } from 'react-router';
import type { Route } from './+types/duplicates-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { line } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { conferenceOf } from './conference-of.js';
import { contactName, ContactNames, ContactsFrame, contactsPath } from './contacts-frame.js';

const Pairs = graphql(`
  query ConsoleDuplicates($id: ID!, $after: String) {
    duplicateContacts(conferenceId: $id, first: 20, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { reasons
        one { id nativeName latinName address organisation title country phone source }
        other { id nativeName latinName address organisation title country phone source } } }
    }
    contactMerges(conferenceId: $id, first: 10) { edges { node { id mergedAt undoneAt survivor { id nativeName latinName address } merged { nativeName latinName address } } } }
  }
`);
const Merge = graphql(`mutation MergePair($input: MergeContactsInput!) { result: mergeContacts(input: $input) { __typename ... on Refusal { message } } }`);
const Part = graphql(`mutation PartPair($conferenceId: ID!, $id: ID!) { result: undoMerge(conferenceId: $conferenceId, id: $id) { __typename ... on Refusal { message } } }`);
const Dismiss = graphql(`mutation DismissPair($conferenceId: ID!, $one: ID!, $other: ID!) { result: dismissDuplicate(conferenceId: $conferenceId, one: $one, other: $other) { __typename ... on Refusal { message } } }`);

const DEEDS = ['merged', 'parted', 'two'] as const;

type Pair = ResultOf<typeof Pairs>['duplicateContacts']['edges'][number]['node'];

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const query = new URL(request.url).searchParams;
  const found = await api.ask(request, params.locale, Pairs, { id: conference.id, after: query.get('after') });
  return { conference, ...found, done: DEEDS.find((deed) => deed === query.get('done')) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { id: conferenceId } = await conferenceOf(api, request, params.locale, params.slug);
  const [one, other, keep, undo] = ['one', 'other', 'keep', 'undo'].map((name) => line(form, name) ?? '') as [string, string, string, string];
  const { result } = undo !== '' ? await api.ask(request, params.locale, Part, { conferenceId, id: undo })
    : keep !== '' ? await api.ask(request, params.locale, Merge, { input: { conferenceId, survivorId: keep, mergedId: keep === one ? other : one, take: [] } })
      : await api.ask(request, params.locale, Dismiss, { conferenceId, one, other });
  const url = new URL(request.url);
  url.searchParams.set('done', undo !== '' ? 'parted' : keep !== '' ? 'merged' : 'two');
  return 'message' in result ? data({ message: result.message }, { status: 409 }) : redirect(`${url.pathname}${url.search}`);
}

/** Contacts that may be one person, side by side. */
export default function DuplicatesRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, brief } = useTexts();
  const { conference, duplicateContacts, contactMerges, done } = loaderData;
  const base = contactsPath(params.locale, params.slug);
  const merges = nodes(contactMerges).filter(({ undoneAt }) => undoneAt === null);
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={t('console.contacts.part.duplicates')} conferenceTitle={conference.title} part="duplicates">
      {actionData !== undefined && <p className="note bad" role="alert">{actionData.message}</p>}
      {done !== undefined && <p className="note good" role="status">{t(`console.duplicates.done.${done}`)}{done === 'merged' && <> <a href="#merged">{t('console.duplicates.see-merged')}</a></>}</p>}
      {duplicateContacts.edges.length === 0 ? <p className="empty">{t('console.duplicates.none')}</p> : <p>{t('console.duplicates.text')}</p>}
      <ul className="bare">{nodes(duplicateContacts).map((pair) => <li key={`${pair.one.id} ${pair.other.id}`}><PairCard pair={pair} base={base} /></li>)}</ul>
      {duplicateContacts.pageInfo.hasNextPage && <p><a className="button second" href={`${base}/duplicates?after=${encodeURIComponent(duplicateContacts.pageInfo.endCursor ?? '')}`}>{t('console.next-page')}</a></p>}
      {merges.length > 0 && (
        <>
          <h2 id="merged">{t('console.duplicates.merged')}</h2>
          <form method="post"><ul className="bare">{merges.map((merge) => (
            <li key={merge.id} className="row">
              <span><bdi>{t('console.duplicates.pair', { one: told(merge.merged), other: told(merge.survivor) })}</bdi> <span className="quiet">{brief(merge.mergedAt, conference.timeZone)}</span></span>
              <button type="submit" className="link" name="undo" value={merge.id} aria-label={t('console.duplicates.undo-named', { one: told(merge.merged), other: told(merge.survivor) })}>{t('console.duplicates.undo')}</button>
            </li>
          ))}</ul></form>
        </>
      )}
    </ContactsFrame>
  );
}

/** A contact by name and address: those that are merged are mostly called alike. */
function told(contact: Parameters<typeof contactName>[0] & { readonly address: string | null }): string {
  const name = contactName(contact);
  return contact.address === null || contact.address === name ? name : `${name} <${contact.address}>`;
}

function PairCard({ pair, base }: { readonly pair: Pair; readonly base: string }): React.ReactElement {
  const { t } = useTexts();
  return (
    <form method="post" className="card">
      <input type="hidden" name="one" value={pair.one.id} /><input type="hidden" name="other" value={pair.other.id} />
      <p className="row tags">{pair.reasons.map((reason) => <span key={reason} className="chip wait">{t(`console.duplicates.reason.${reason}`)}</span>)}</p>
      <div className="beside">{[pair.one, pair.other].map((contact) => <Side key={contact.id} contact={contact} base={base} />)}</div>
      <button type="submit" className="second" name="keep" value="">{t('console.duplicates.two')}</button>
    </form>
  );
}

function Side({ contact, base }: { readonly contact: Pair['one']; readonly base: string }): React.ReactElement {
  const { t, country } = useTexts();
  const facts: readonly (readonly [string, string | null, boolean])[] = [
    [t('console.contacts.address'), contact.address, true], [t('contacts.meaning.ORGANISATION'), contact.organisation, false], [t('contacts.meaning.TITLE'), contact.title, false],
    [t('console.field.country'), contact.country === null ? null : country(contact.country), false], [t('contacts.meaning.PHONE'), contact.phone, true],
  ];
  return (
    <div className="stop">
      <p><strong><ContactNames contact={contact} href={`${base}/${contact.id}`} /></strong></p>
      <dl className="pairs">{facts.map(([name, value, isLtr]) => <div key={name} className="pair"><dt>{name}</dt><dd>{value === null ? <span className="quiet">{t('console.duplicates.no-value')}</span> : <bdi className={isLtr ? 'ltr' : undefined}>{value}</bdi>}</dd></div>)}</dl>
      <p><button type="submit" name="keep" value={contact.id} aria-label={t('console.duplicates.keep-named', { name: contactName(contact) })}>{t('console.duplicates.keep')}</button></p>
    </div>
  );
}
