import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { tableFile, tableMediaType } from '#documents';
import { must } from '../graphql-door.js';
import type { GraphqlDoor, Outcome } from '../graphql-door.js';
import type { InventedContact } from './invented-contacts.js';

interface Import {
  readonly id: string;
  readonly state: string;
  readonly unreadable: string | null;
  readonly tried: { readonly new: number; readonly rejected: number } | null;
  readonly applied: { readonly new: number } | null;
}

const FIELDS = 'id state unreadable tried { new rejected } applied { new }';
const LIMIT_MS = 300_000;
/** Headings as such files have them, Chinese and English side by side. */
const COLUMNS = ['姓名', 'Latin name', '称谓', '单位', 'Country', '语言', 'E-mail'];

/** Makes an XLSX file of contacts, uploads it, has it tried and applied. @returns how many contacts are new */
export async function importContacts(door: GraphqlDoor, token: string, conferenceId: string, contacts: readonly InventedContact[]): Promise<number> {
  const rows = contacts.map((one) => [one.native, one.latin, one.salutation, one.organisation, one.country, one.locale, one.address]);
  const file = await buffer(tableFile({ name: '通讯录', columns: COLUMNS.map((header) => ({ header })), rows }, 'xlsx'));
  // To make a large file held this process for longer than servers keep a quiet connection: it is to hear first that they closed it.
  await pause(100);
  const form = new FormData();
  form.set('conferenceId', conferenceId);
  form.set('file', new Blob([new Uint8Array(file)], { type: tableMediaType('xlsx') }), 'contacts.xlsx');
  const response = await fetch(`${door.url}/files/tables`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
  const uploaded = (await response.json()) as { id?: string };
  if (uploaded.id === undefined) throw new Error(`the file was not taken (${response.status}): ${JSON.stringify(uploaded)}`);
  const refused = '... on Refusal { code message }';
  const { result } = await door.ask<{ result: Outcome & { id: string } }>(
    `mutation ($input: ImportContactsInput!) { result: importContacts(input: $input) { __typename ... on ContactImport { id } ${refused} } }`, { input: { conferenceId, fileId: uploaded.id } }, token);
  const { id } = must(result, 'importContacts');
  const tried = await reached(door, token, id, ['CHECKED', 'UNREADABLE']);
  if (tried.state !== 'CHECKED') throw new Error(`the file cannot be read: ${tried.unreadable ?? ''}`);
  must((await door.ask<{ result: Outcome }>(`mutation ($id: ID!) { result: applyImport(id: $id) { __typename ${refused} } }`, { id }, token)).result, 'applyImport');
  return (await reached(door, token, id, ['APPLIED'])).applied?.new ?? 0;
}

async function reached(door: GraphqlDoor, token: string, id: string, states: readonly string[]): Promise<Import> {
  for (const until = Date.now() + LIMIT_MS; ; await pause(500)) {
    const { contactImport } = await door.ask<{ contactImport: Import }>(`query ($id: ID!) { contactImport(id: $id) { ${FIELDS} } }`, { id }, token);
    if (states.includes(contactImport.state)) return contactImport;
    if (Date.now() > until) throw new Error(`the import stands at ${contactImport.state}`);
  }
}
