import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplyImport, CheckImport, FindDuplicates, UndoImport } from '#contacts';
import type { ContactImportId, SeriesId } from '#kernel';
import { ApiRoom, TOKEN } from '../conferences/api-room.fixture.js';

let room: ApiRoom;
let origin = '';
let conferenceId = '';
let seriesId = '';
const bearer = { authorization: `Bearer ${TOKEN}` };

beforeAll(async () => {
  room = await ApiRoom.open();
  await room.app.listen(0, '127.0.0.1');
  origin = await room.app.getUrl();
  const made = await room.one('mutation { createSeries(input: { slug: "s", title: { en: "S" } }) { ... on Series { id } } }');
  seriesId = String(made['id']);
  const conference = await room.one('mutation ($id: ID!) { createConference(input: { seriesId: $id, slug: "c", city: { en: "A" }, country: "CN", timeZone: "UTC", startsOn: "2027-01-01", endsOn: "2027-01-02", hostRegion: "Chongqing", hostOverrideReason: "First." }) { ... on Conference { id } ... on Refusal { code message } } }', { id: seriesId });
  conferenceId = String(conference['id']);
});
afterAll(() => room.close());

async function send(text: string | Buffer<ArrayBuffer>, headers: Record<string, string> = bearer, back = ''): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([typeof text === 'string' ? Buffer.from(text) : text], { type: 'text/csv' }), '名单.csv');
  return fetch(`${origin}/files/tables${back}`, { method: 'POST', headers, body: form, redirect: 'manual' });
}
async function token(role: string): Promise<Record<string, string>> {
  const made = await room.one('mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { ... on ApiTokenCreated { secret } } }', { input: { name: role, role, scope: { kind: 'CONFERENCE', id: conferenceId } } });
  return { authorization: `Bearer ${String(made['secret'])}` };
}
const IMPORT = `id state fileName sheets encoding delimiter isRemembered country tags unreadable rejectsPath columns { header meaning examples } tried { rows new updated unchanged duplicate rejected suppressed withoutAddress }
  applied { new unchanged } undone { deleted restored kept } samples { number verdict nativeName latinName address country phone } rejects { number reasons cells } kept { number reason contact { id } }`;
const LIST = '姓名,Email,电话,国家,桌号\n王小明,wang@example.org,13800138000,中国,=1+1\nWang Xiaoming,xm.wang@example.com,+86 138 0013 8000,CN,\n坏的,no address,,,"=cmd|\'/c\'!A1"\n';

describe('POST /files/tables', () => {
  it('takes a table from staff, and nothing else', async () => {
    expect((await send(LIST, {})).status).toBe(401);
    expect((await send(LIST, await token('VIEWER'))).status).toBe(403);
    const taken = await send(LIST);
    expect([taken.status, await taken.json()]).toMatchObject([201, { name: '名单.csv', mediaType: 'text/csv' }]);
    for (const other of ['%PDF-1.7\n1 0 obj\n%%EOF\n', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from('7f454c460201010000000000', 'hex')]) {
      const refused = await send(other);
      expect([refused.status, await refused.json()]).toMatchObject([415, { code: 'file.no-table' }]);
    }
  });

  it('leads a form of the console back, and nobody elsewhere', async () => {
    const back = await send(LIST, bearer, '?back=/en/console/conferences/c/contacts/import');
    expect([back.status, back.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/en\/console\/conferences\/c\/contacts\/import\?file=[0-9a-f-]{36}&name=/)]);
    for (const elsewhere of ['//evil.example/en/console/x', 'https://evil.example/', '/en/sign-out', '/en/console/x?y=1']) {
      expect((await send(LIST, bearer, `?back=${encodeURIComponent(elsewhere)}`)).status).toBe(201);
    }
    const refused = await send('%PDF-1.7\n%%EOF\n', bearer, '?back=/en/console/conferences/c/contacts/import');
    expect(refused.headers.get('location')).toBe('/en/console/conferences/c/contacts/import?refused=file.no-table');
  });

  it('is given back to whoever sent it, as an attachment, and to no other staff', async () => {
    const { path } = await (await send(LIST)).json() as { path: string };
    const own = await fetch(origin + path, { headers: bearer });
    expect([own.status, own.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^attachment;/)]);
    expect((await fetch(origin + path, { headers: await token('ORGANISER') })).status).toBe(404);
  });
});

describe('an import', () => {
  let id = '';

  it('is tried, with what was found and what would come of it', async () => {
    const { id: fileId } = await (await send(LIST)).json() as { id: string };
    const begun = await room.one(`mutation ($input: ImportContactsInput!) { importContacts(input: $input, idempotencyKey: "k") { ... on ContactImport { id state } ... on Refusal { code message } } }`, { input: { conferenceId, fileId, reading: { tags: ['2027'] } } });
    expect(begun).toMatchObject({ state: 'CHECKING' });
    id = String(begun['id']);
    await room.app.get(CheckImport).run(id as ContactImportId, 1);
    expect(await room.one(`query ($id: ID!) { contactImport(id: $id) { ${IMPORT} } }`, { id }, { locale: 'zh' })).toEqual({
      id, state: 'CHECKED', fileName: '名单.csv', sheets: [], encoding: 'UTF_8', delimiter: ',', isRemembered: false, country: null, tags: ['2027'], unreadable: null, rejectsPath: `/exports/contact-imports/${id}/rejects`,
      columns: [
        { header: '姓名', meaning: 'NAME', examples: ['王小明', 'Wang Xiaoming', '坏的'] }, { header: 'Email', meaning: 'ADDRESS', examples: ['wang@example.org', 'xm.wang@example.com', 'no address'] },
        { header: '电话', meaning: 'PHONE', examples: ['13800138000', '+86 138 0013 8000'] }, { header: '国家', meaning: 'COUNTRY', examples: ['中国', 'CN'] }, { header: '桌号', meaning: 'EXTRA', examples: ['=1+1', "=cmd|'/c'!A1"] },
      ],
      tried: { rows: 3, new: 2, updated: 0, unchanged: 0, duplicate: 0, rejected: 1, suppressed: 0, withoutAddress: 0 }, applied: null, undone: null,
      samples: [
        { number: 2, verdict: 'NEW', nativeName: '王小明', latinName: null, address: 'wang@example.org', country: 'CN', phone: '+8613800138000' },
        { number: 3, verdict: 'NEW', nativeName: null, latinName: 'Wang Xiaoming', address: 'xm.wang@example.com', country: 'CN', phone: '+8613800138000' },
      ],
      rejects: [{ number: 4, reasons: ['邮箱格式不正确：no address'], cells: ['坏的', 'no address', '', '', "=cmd|'/c'!A1"] }], kept: [],
    });
  });

  it('gives rows back that it does not take, with the reason and no formula', async () => {
    const file = await fetch(`${origin}/exports/contact-imports/${id}/rejects?format=csv`, { headers: { ...bearer, 'accept-language': 'en' } });
    expect([file.status, await file.text()]).toEqual([200, `姓名,Email,电话,国家,桌号,Why it was not taken\r\n坏的,no address,,,'=cmd|'/c'!A1,This is not a mail address: no address\r\n`]);
    expect((await fetch(`${origin}/exports/contact-imports/${id}/rejects`)).status).toBe(401);
    expect((await fetch(`${origin}/exports/contact-imports/${id}/rejects`, { headers: await token('REGISTRATION_DESK') })).status).toBe(403);
    expect((await fetch(`${origin}/exports/contact-imports/${conferenceId}/rejects`, { headers: bearer })).status).toBe(404);
  });

  it('is applied; contacts are found by pinyin, filtered and paged; duplicates are suggested, merged and parted; it is undone', async () => {
    expect(await room.one('mutation ($id: ID!) { applyImport(id: $id) { ... on ContactImport { state } } }', { id })).toEqual({ state: 'APPLYING' });
    await room.app.get(ApplyImport).run(id as ContactImportId);
    const list = (filter: object, more = '') => room.one(`query ($id: ID!, $filter: ContactFilter) { contacts(conferenceId: $id, filter: $filter${more}) { totalCount pageInfo { hasNextPage endCursor } edges { node { address tags extra source } } } }`, { id: conferenceId, filter });
    expect(await list({ search: 'wangxiaom' })).toMatchObject({ totalCount: 1, edges: [{ node: { address: 'wang@example.org', tags: ['2027'], extra: { 桌号: '=1+1' }, source: '名单.csv' } }] });
    const first = await list({ countries: ['CN'] }, ', first: 1') as { pageInfo: { endCursor: string } };
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await list({}, `, first: 1, after: "${first.pageInfo.endCursor}"`)).toMatchObject({ pageInfo: { hasNextPage: false } });
    expect(await room.one('query ($id: ID!) { contactFacets(conferenceId: $id) { countries { value count } tags { value count } } }', { id: conferenceId })).toEqual({ countries: [{ value: 'CN', count: 2 }], tags: [{ value: '2027', count: 2 }] });
    await room.app.get(FindDuplicates).run(seriesId as SeriesId);
    const pairs = await room.one('query ($id: ID!) { duplicateContacts(conferenceId: $id) { totalCount edges { node { reasons one { id } other { id } } } } }', { id: conferenceId }) as { edges: { node: { one: { id: string }; other: { id: string } } }[] };
    expect(pairs).toMatchObject({ totalCount: 1, edges: [{ node: { reasons: ['READING', 'PHONE', 'COUNTRY'] } }] });
    const { one, other } = pairs.edges[0]?.node ?? { one: { id: '' }, other: { id: '' } };
    const merge = await room.one('mutation ($input: MergeContactsInput!) { mergeContacts(input: $input) { ... on ContactMerge { id survivor { nativeName latinName } merged { mergedInto } } ... on Refusal { code } } }', { input: { conferenceId, survivorId: one.id, mergedId: other.id } });
    expect(merge).toMatchObject({ survivor: { nativeName: '王小明', latinName: 'Wang Xiaoming' }, merged: { mergedInto: one.id } });
    expect(await list({})).toMatchObject({ totalCount: 1 });
    expect(await room.one('mutation ($c: ID!, $id: ID!) { undoMerge(conferenceId: $c, id: $id) { ... on ContactMerge { survivor { latinName } merged { mergedInto } } ... on Refusal { code } } }', { c: conferenceId, id: merge['id'] })).toEqual({ survivor: { latinName: null }, merged: { mergedInto: null } });
    await room.one('mutation ($id: ID!) { undoImport(id: $id) { ... on ContactImport { state } } }', { id });
    await room.app.get(UndoImport).run(id as ContactImportId);
    expect(await room.one(`query ($id: ID!) { contactImport(id: $id) { state undone { deleted kept } } }`, { id })).toEqual({ state: 'UNDONE', undone: { deleted: 2, kept: 0 } });
  });
});

describe('contacts by hand and lists', () => {
  it('are made once, changed part by part, and put into lists by filter', async () => {
    const CREATE = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { ... on Contact { id phone } ... on ContactKnown { code contactId } ... on InvalidInput { problems { path code } } } }';
    const made = await room.one(CREATE, { input: { conferenceId, latinName: 'Amina Yusuf', address: 'amina@example.com', country: 'NG', phone: '0803 123 4567', tags: ['media'] } });
    expect(made).toMatchObject({ phone: '+2348031234567' });
    expect(await room.one(CREATE, { input: { conferenceId, address: '"amina"@EXAMPLE.com' } })).toEqual({ code: 'contact.known', contactId: made['id'] });
    expect(await room.one(CREATE, { input: { conferenceId, country: 'ZZ', phone: '1' } })).toEqual({ problems: [{ path: 'country', code: 'country.unknown' }, { path: 'phone', code: 'phone.malformed' }] });
    expect(await room.one('mutation ($input: UpdateContactInput!) { updateContact(input: $input) { ... on Contact { title phone tags } } }', { input: { conferenceId, id: made['id'], title: 'Editor', phone: null } })).toEqual({ title: 'Editor', phone: null, tags: ['media'] });
    const list = await room.one('mutation ($input: CreateContactListInput!) { createContactList(input: $input) { ... on ContactList { id } ... on Refusal { code } } }', { input: { conferenceId, name: ' Press ' } });
    expect(await room.one('mutation ($input: CreateContactListInput!) { createContactList(input: $input) { ... on Refusal { code } } }', { input: { conferenceId, name: 'Press' } })).toEqual({ code: 'contact-list.name-taken' });
    const fill = (filter: object) => room.one('mutation ($c: ID!, $l: ID!, $filter: ContactFilter) { fillContactList(conferenceId: $c, listId: $l, filter: $filter) { ... on ContactListChanged { changed } ... on Refusal { code } } }', { c: conferenceId, l: list['id'], filter });
    expect([await fill({ tags: ['nobody'] }), await fill({ tags: ['media'] }), await fill({ tags: ['media'] })]).toEqual([{ changed: 0 }, { changed: 1 }, { changed: 0 }]);
    expect(await room.ask('query ($c: ID!, $l: [ID!]) { contacts(conferenceId: $c, filter: { listIds: $l }) { totalCount } contactLists(conferenceId: $c) { name size } }', { c: conferenceId, l: [list['id']] })).toMatchObject({ data: { contacts: { totalCount: 1 }, contactLists: [{ name: 'Press', size: 1 }] } });
  });
});
