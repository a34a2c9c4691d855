import { setTimeout as pause } from 'node:timers/promises';
import { asAdministrator, remember } from './set-the-stage.js';
import type { Picture } from './gallery.js';
import type { Stage } from './stage.js';

const GUESTS = '姓名,Latin name,单位,Email,国家,电话,语言,桌号\n王小明,Wang Xiaoming,海外华商会,wang@example.com,中国,138 0013 8000,中文,1\n,Amina Yusuf,Lagos Harbour Trust,amina.yusuf@example.org,尼日利亚,0803 123 4567,English,2\n'
  + 'ليلى حسن,Layla Hassan,Cairo Chamber of Commerce,layla@example.com,مصر,+20 100 123 4567,Arabic,3\n,Amina Y.,,amina.yusuf@example.org,,,,\n,No address here,,amina at example,,,,\n无邮箱者,,侨联,,韩国,,韩语,4\n';
const PRESS = '姓名,Email,单位\n欧阳娜娜,ouyang@example.org,重庆日报\n,nana.ouyang@example.com,重庆日报\n';
const LIMIT_MS = 30_000;

/** The staff's pages of contacts with something on them: an import to be decided, one that was written, people, lists, pairs, and who is not written to. */
export async function contactPictures(stage: Stage): Promise<readonly Picture[]> {
  const { slug, conferenceId } = stage.scenery;
  const ask = async <Result>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> => (await asAdministrator<{ result: Result }>(stage.running, query, variables)).result;
  const upload = async (content: string, name: string): Promise<string> => {
    remember(content.split(/[,\n]/));
    const form = new FormData();
    form.set('conferenceId', conferenceId);
    form.set('file', new Blob([content], { type: 'text/csv' }), name);
    const answer = await fetch(`${stage.running.apiUrl}/files/tables`, { method: 'POST', body: form, headers: { authorization: `Bearer ${stage.running.adminToken ?? ''}` } });
    return ((await answer.json()) as { id: string }).id;
  };
  const reached = async (id: string, state: string): Promise<void> => {
    for (const end = Date.now() + LIMIT_MS; Date.now() < end; await pause(200)) {
      if ((await ask<{ state: string }>('query ($id: ID!) { result: contactImport(id: $id) { state } }', { id })).state === state) return;
    }
    throw new Error(`the import of the pictures is never ${state}`);
  };
  const begin = async (content: string, name: string, reading: object): Promise<string> => {
    const { id } = await ask<{ id: string }>('mutation ($input: ImportContactsInput!) { result: importContacts(input: $input) { ... on ContactImport { id } } }', { input: { conferenceId, fileId: await upload(content, name), reading } });
    await reached(id, 'CHECKED');
    return id;
  };
  const { id: listId } = await ask<{ id: string }>('mutation ($input: CreateContactListInput!) { result: createContactList(input: $input) { ... on ContactList { id } } }', { input: { conferenceId, name: 'Press 2026' } });
  const written = await begin(PRESS, 'press.csv', { listId, country: 'CN' });
  await ask('mutation ($id: ID!) { result: applyImport(id: $id) { __typename } }', { id: written });
  await reached(written, 'APPLIED');
  for (const names of [{ nativeName: '李国强', address: 'li@example.org' }, { latinName: 'Li Guoqiang', address: 'guoqiang.li@example.com' }]) {
    await ask('mutation ($input: CreateContactInput!) { result: createContact(input: $input) { __typename } }', { input: { conferenceId, phone: '+8613900139000', organisation: '两江商会', country: 'CN', ...names } });
  }
  for (const address of ['layla@example.com', 'wrong@example.net']) await ask('mutation ($input: SuppressAddressInput!) { result: suppressAddress(input: $input) { __typename } }', { input: { conferenceId, address, note: 'Asked by telephone' } });
  const tried = await begin(GUESTS, '嘉宾名单.csv', { tags: ['2026'] });
  const { edges: [first] } = await ask<{ edges: { node: { id: string } }[] }>('query ($id: ID!) { result: contacts(conferenceId: $id, first: 1, filter: { search: "guoqiang" }) { edges { node { id } } } }', { id: conferenceId });
  const desk = `/console/conferences/${slug}`;
  const base = `${desk}/contacts`;
  return Object.entries({
    'console-contacts': base, 'console-contacts-nobody': `${base}?q=zebra`, 'console-contact': `${base}/${first?.node.id ?? ''}`, 'console-contact-new': `${base}/new`, 'console-contact-lists': `${base}/lists`,
    'console-duplicates': `${base}/duplicates`, 'console-import': `${base}/import`, 'console-import-refused': `${base}/import?refused=file.no-table`, 'console-import-begun': `${base}/import?file=${tried}&name=guests.csv`,
    'console-import-tried': `${base}/imports/${tried}`, 'console-import-written': `${base}/imports/${written}`, 'console-suppressions': `${desk}/letters/suppressions`, 'console-sender': `${desk}/letters/sender`,
  }).map(([name, path]): Picture => ({ name, visitor: 'staff', path }));
}
