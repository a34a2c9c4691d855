import { data, redirect } from 'react-router';
import type { Route } from './+types/import-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { conferenceOf } from './conference-of.js';
import { contactName, ContactsFrame, contactsPath } from './contacts-frame.js';
import { Counts, Rejects, Samples } from './import-outcome.js';
import { OneImport } from './import-query.js';
import type { ContactImport } from './import-query.js';
import { IMPORT_TONES, isUnderWay } from './import-state.js';
import { ReadingForm, readingOf } from './reading-form.js';

const Check = graphql(`mutation CheckImport($input: CheckImportInput!) { result: checkImport(input: $input) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Apply = graphql(`mutation ApplyImport($id: ID!) { result: applyImport(id: $id) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const Undo = graphql(`mutation UndoImport($id: ID!) { result: undoImport(id: $id) { __typename ... on Refusal { message } ... on InvalidInput { problems { message } } } }`);
const RENEW_SECONDS = 2;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const { contactImport: one, contactLists: lists } = await api.ask(request, params.locale, OneImport, { id: params.id, conferenceId: conference.id });
  if (one === null) throw new Response(null, { status: 404 });
  // No script runs on these pages: the browser itself asks again while the worker is at it.
  const headers: Record<string, string> = isUnderWay(one.state) ? { refresh: String(RENEW_SECONDS) } : {};
  return data({ conference, one, lists }, { headers });
}

export function headers({ loaderHeaders }: Route.HeadersArgs): Headers {
  return loaderHeaders;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { result } = form.get('do') === 'apply' ? await api.ask(request, params.locale, Apply, { id: params.id })
    : form.get('do') === 'undo' ? await api.ask(request, params.locale, Undo, { id: params.id })
      : await api.ask(request, params.locale, Check, { input: { id: params.id, reading: readingOf(form) } });
  if (result.__typename === 'ContactImport') return redirect(new URL(request.url).pathname);
  return data({ messages: result.__typename === 'InvalidInput' ? result.problems.map((problem) => problem.message) : [result.message] }, { status: 422 });
}

/** One import: what was found in the file, what would come of it, and what came. */
export default function ImportRoom({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { conference, one, lists } = loaderData;
  const base = contactsPath(params.locale, params.slug);
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={one.fileName} conferenceTitle={conference.title} part="import">
      <p className="row tags"><span className={`chip ${IMPORT_TONES[one.state]}`}>{t(`state.import.${one.state}`)}</span></p>
      {actionData !== undefined && <div className="note bad" role="alert"><ul>{actionData.messages.map((message) => <li key={message}>{message}</li>)}</ul></div>}
      {isUnderWay(one.state) && <><p className="note" role="status">{t('console.import.under-way', { done: one.done })}</p><p><a className="button second" href={`${base}/imports/${one.id}`}>{t('console.import.look-again')}</a></p></>}
      {one.state === 'UNREADABLE' && <><p className="note bad">{one.unreadable} {one.unreadableRow !== null && t('console.import.unreadable-row', { row: one.unreadableRow })}</p><ReadingForm one={one} lists={lists} isOpen={false} /><p><a className="button" href={`${base}/import`}>{t('console.import.choose-another')}</a></p></>}
      {one.state === 'CHECKED' && one.tried !== null && <><h2>{t('console.import.would')}</h2><Counts counts={one.tried} /><ApplyForm counts={one.tried} hasList={one.listId !== null} /><ReadingForm one={one} lists={lists} isOpen={actionData !== undefined || one.tried.new + one.tried.updated + one.tried.unchanged === 0} /><Samples samples={one.samples} /><Rejects one={one} /></>}
      {one.state === 'UNDONE' && one.undone !== null && <Undone one={one} undone={one.undone} base={base} />}
      {(one.state === 'APPLIED' || one.state === 'UNDONE') && one.applied !== null && <><h2>{t('console.import.did')}</h2><Counts counts={one.applied} /></>}
      {one.state === 'APPLIED' && <><p><a className="button" href={base}>{t('console.import.see')}</a></p><Rejects one={one} /><UndoForm label={t('console.import.undo')} /></>}
    </ContactsFrame>
  );
}

function ApplyForm({ counts, hasList }: { readonly counts: NonNullable<ContactImport['tried']>; readonly hasList: boolean }): React.ReactElement {
  const { t, number } = useTexts();
  const written = counts.new + counts.updated;
  if (written + counts.unchanged === 0) return <p className={counts.rejected > 0 ? 'note bad' : 'note'}>{t(counts.rejected > 0 ? 'console.import.none-taken' : 'console.import.nothing-to-write')}</p>;
  if (written === 0 && !hasList) return <p className="note">{t('console.import.nothing-to-write')}</p>;
  return (
    <form method="post" className="decide">
      <p>{written === 0 ? t('console.import.nothing-to-write') : t('console.import.apply-text')}</p>
      <button type="submit" name="do" value="apply">{t('console.import.apply', { count: written, shown: number(written) })}</button>
    </form>
  );
}

function UndoForm({ label }: { readonly label: string }): React.ReactElement {
  const { t } = useTexts();
  return <form method="post" className="decide"><p>{t('console.import.undo-text')}</p><button type="submit" className="danger" name="do" value="undo">{label}</button></form>;
}

function Undone({ one, undone, base }: { readonly one: ContactImport; readonly undone: NonNullable<ContactImport['undone']>; readonly base: string }): React.ReactElement {
  const { t, number } = useTexts();
  return (
    <>
      <p className="note good" role="status">{t('console.import.undone', { deleted: undone.deleted, restored: undone.restored })} <a href={`${base}/import`}>{t('console.import.choose-another')}</a></p>
      {undone.kept > 0 && (
        <>
          <p>{t('console.import.kept', { count: undone.kept })}</p>
          <ul>{one.kept.map(({ number: row, reason, contact }) => <li key={row}>{contact === null ? number(row) : <a href={`${base}/${contact.id}`}><bdi>{contactName(contact)}</bdi></a>}: {t(reason === 'used' || reason === 'merged' ? `console.import.kept.${reason}` : 'console.import.kept.changed')}</li>)}</ul>
          <UndoForm label={t('console.import.undo-again')} />
        </>
      )}
    </>
  );
}
