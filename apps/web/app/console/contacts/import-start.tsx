import { LOCALES } from '#i18n';
import { data, redirect } from 'react-router';
import type { Route } from './+types/import-start.js';
import { apiContext } from '../../api/context.js';
import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import { nodes } from '../../api/nodes.js';
import { SelectField, Summary, TextField } from '../../forms/field.js';
import { line, typedIn } from '../../forms/problems.js';
import { textsFor } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { COUNTRIES } from '../../registration/choices.js';
import { conferenceOf } from './conference-of.js';
import { ContactsFrame, contactsPath } from './contacts-frame.js';
import { IMPORT_TONES } from './import-state.js';

const Imports = graphql(`
  query ConsoleImports($id: ID!) {
    contactImports(conferenceId: $id, first: 20) { edges { node { id fileName state createdAt tried { rows } } } }
    contactLists(conferenceId: $id) { id name }
  }
`);
const Begin = graphql(`
  mutation BeginImport($input: ImportContactsInput!, $key: String) {
    result: importContacts(input: $input, idempotencyKey: $key) { __typename ... on ContactImport { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
const NewList = graphql(`mutation ImportList($input: CreateContactListInput!) { result: createContactList(input: $input) { __typename ... on ContactList { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } } }`);
const MOST_MEGABYTES = 100;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const query = new URL(request.url).searchParams;
  const conference = await conferenceOf(api, request, params.locale, params.slug);
  const found = await api.ask(request, params.locale, Imports, { id: conference.id });
  const file = query.get('file');
  const refused = query.get('refused');
  return { conference, ...found, file: file === null ? null : { id: file, name: query.get('name') ?? '' }, refused: refused === null ? null : whyNot(params.locale, refused), key: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { id: conferenceId } = await conferenceOf(api, request, params.locale, params.slug);
  const back = (result: { message?: string; problems?: readonly { path: string; message: string }[] }) => data({ message: result.message, problems: result.problems ?? [], values: typedIn(form) }, { status: 422 });
  const list = await listFor(api, request, params.locale, conferenceId, form);
  if (list !== null && typeof list !== 'string') return back({ message: list.message, problems: [{ path: 'newList', message: list.message }] });
  const tags = (line(form, 'tags') ?? '').split(/[,，;；、]/u).filter((tag) => tag.trim() !== '');
  const { result } = await api.ask(request, params.locale, Begin, {
    input: { conferenceId, fileId: line(form, 'file') ?? '', reading: { country: line(form, 'country'), locale: line(form, 'locale'), tags, listId: list } }, key: line(form, 'key'),
  });
  return result.__typename === 'ContactImport' ? redirect(`${contactsPath(params.locale, params.slug)}/imports/${result.id}`) : back(result);
}

/** The list that was chosen, or one that is made by the name that was typed. */
async function listFor(api: Api, request: Request, locale: string, conferenceId: string, form: FormData): Promise<string | null | { message: string }> {
  const name = line(form, 'newList');
  if (name === null) return line(form, 'list');
  const { result } = await api.ask(request, locale, NewList, { input: { conferenceId, name } });
  return result.__typename === 'ContactList' ? result.id : { message: result.message };
}

function whyNot(locale: string, code: string): string {
  const { t } = textsFor(locale);
  switch (code) {
    case 'file.no-table': return t('refusal.file.no-table');
    case 'file.missing': return t('refusal.file.missing');
    case 'file.too-large': return t('refusal.file.too-large', { megabytes: MOST_MEGABYTES });
    default: return t('refusal.file.incomplete');
  }
}

/** A file is uploaded, told what holds for all its rows, and tried. */
export default function ImportStart({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, brief, number, country, language, locale } = useTexts();
  const { conference, contactImports, contactLists, file, refused, key } = loaderData;
  const base = contactsPath(params.locale, params.slug);
  const imports = nodes(contactImports);
  const countries = COUNTRIES.map((code) => ({ value: code, label: country(code) })).sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <ContactsFrame locale={params.locale} slug={params.slug} title={t('console.import.title')} conferenceTitle={conference.title} part="import">
      {refused !== null && <p className="note bad" role="alert">{refused}</p>}
      {file === null ? (
        <form method="post" action={`/files/tables?back=${encodeURIComponent(`${base}/import`)}`} encType="multipart/form-data" className="narrow start">
          <div className="field">
            <label htmlFor="file">{t('console.import.file')}</label>
            <p className="hint" id="file-hint">{t('console.import.file-hint')}</p>
            <input id="file" name="file" type="file" required aria-describedby="file-hint" accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
          </div>
          <button type="submit">{t('console.import.upload')}</button>
        </form>
      ) : (
        <form method="post" className="narrow start" noValidate>
          <Summary answer={actionData} names={{ newList: t('console.import.new-list') }} />
          <p className="note good" role="status"><bdi>{t('console.import.received', { name: file.name })}</bdi></p>
          <input type="hidden" name="file" value={file.id} /><input type="hidden" name="key" value={key} />
          {contactLists.length > 0 && <SelectField name="list" label={t('console.import.list')} none={t('console.import.no-list')} choices={contactLists.map(({ id, name }) => ({ value: id, label: name }))} answer={actionData} />}
          <TextField name="newList" label={t('console.import.new-list')} answer={actionData} />
          <SelectField name="country" label={t('console.import.country')} hint={t('console.import.country-hint')} choices={countries} answer={actionData} />
          <SelectField name="locale" label={t('console.import.language')} choices={LOCALES.map((tag) => ({ value: tag, label: language(tag) }))} answer={actionData} />
          <TextField name="tags" label={t('console.import.tags')} hint={t('console.contacts.tags-hint')} answer={actionData} />
          <p className="row"><button type="submit">{t('console.import.try')}</button><a className="button second" href={`${base}/import`}>{t('console.import.choose-another')}</a></p>
        </form>
      )}
      <h2>{t('console.import.earlier')}</h2>
      {imports.length === 0 ? <p className="empty">{t('console.import.none')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.import.earlier')}>
          <table>
            <thead><tr><th>{t('contacts.file.name')}</th><th>{t('console.field.state')}</th><th className="number">{t('console.import.rows')}</th><th>{t('console.import.when')}</th></tr></thead>
            <tbody>{imports.map((one) => (
              <tr key={one.id}>
                <td><a href={`${base}/imports/${one.id}`}><bdi>{one.fileName}</bdi></a></td>
                <td data-label={t('console.field.state')}><span className={`chip ${IMPORT_TONES[one.state]}`}>{t(`state.import.${one.state}`)}</span></td>
                <td data-label={t('console.import.rows')} className="number">{one.tried === null ? '' : number(one.tried.rows)}</td>
                <td data-label={t('console.import.when')} className="tight">{brief(one.createdAt, conference.timeZone)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </ContactsFrame>
  );
}
