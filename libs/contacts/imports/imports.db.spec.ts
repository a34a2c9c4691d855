import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anonymousActor, systemActor } from '#identity';
import type { Actor } from '#identity';
import { Suppressions } from '#mail';
import { MergeContacts } from '../duplicates/merge-contacts.js';
import { ContactLists, CreateContact, ImportContacts, MoveImport, UpdateContact } from '../index.js';
import type { Contact } from '../index.js';
import { AddressBook, done } from '../testing/address-book.js';
import { ApplyImport } from './apply-import.js';
import { CheckImport } from './check-import.js';
import { SweepStaleImports } from './sweep-stale-imports.js';

let book: AddressBook;
beforeAll(async () => { book = await AddressBook.open(); });
afterAll(() => book.close());
beforeEach(() => book.query('TRUNCATE contact, contact_list, contact_import CASCADE'));

const LIST = '姓名,单位,Email,国家,电话,语言,桌号\r\n王小明,重庆大学,Wang@Example.org,中国,138 0013 8000,中文,1\r\nAmina Yusuf,Harbour Office,amina@example.com,尼日利亚,0803 123 4567,English,2\r\n'
  + 'Amina Y.,,"AMINA@example.com",,,,\r\n,No name here,not-an-address,,,,\r\n无邮箱者,侨联,,韩国,,,\r\n';
const contacts = () => book.query<Record<string, unknown>>('SELECT native_name, latin_name, organisation, address, country, phone, locale, extra, source FROM contact ORDER BY created_at, id');
const input = () => ({ conferenceId: book.conference.id });
const create = async (more: object): Promise<Contact> => done(await book.get(CreateContact).run(systemActor, { ...input(), ...more }));
const byAddress = async (key: string): Promise<Contact> => {
  const [row] = await book.query<{ id: Contact['id'] }>('SELECT id FROM contact WHERE address_key = $1', [key]);
  return { id: row?.id } as Contact;
};

describe('trying a file', () => {
  it('writes nothing, counts what would come of each row, and knows its columns', async () => {
    await book.work.run((tx) => book.get(Suppressions).add(tx, null, [{ address: 'amina@example.com', reason: 'UNSUBSCRIBED' }]));
    await create({ nativeName: '王小明', address: 'wang@example.org' });
    const one = await book.tried(LIST);
    expect(one).toMatchObject({
      state: 'CHECKED', found: { format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1, meanings: ['NAME', 'ORGANISATION', 'ADDRESS', 'COUNTRY', 'PHONE', 'LOCALE', 'EXTRA'], isRemembered: false },
      counts: { checked: { rows: 5, new: 2, updated: 1, unchanged: 0, duplicate: 1, rejected: 1, suppressed: 1, withoutAddress: 1, remarked: 0 } },
    });
    expect(await contacts()).toHaveLength(1);
    expect(await book.query('SELECT number, verdict, problems, duplicate_of FROM contact_import_row ORDER BY number')).toEqual([
      { number: 2, verdict: 'UPDATED', problems: [], duplicate_of: null }, { number: 3, verdict: 'NEW', problems: [], duplicate_of: null },
      { number: 4, verdict: 'DUPLICATE', problems: [], duplicate_of: 3 }, { number: 5, verdict: 'REJECTED', problems: ['address.malformed'], duplicate_of: null },
      { number: 6, verdict: 'NEW', problems: [], duplicate_of: null },
    ]);
  });

  it('is done anew with other columns, which are remembered for the source', async () => {
    const one = await book.tried('a,b\nAmina,amina@example.com\n');
    expect(one.found?.meanings).toEqual(['EXTRA', 'ADDRESS']);
    const again = done(await book.get(MoveImport).check(systemActor, one.id, { meanings: ['NAME', 'ADDRESS'], country: 'NG', tags: ['2026', '2026'] }));
    await book.get(CheckImport).run(again.id, again.revision - 1);
    expect((await book.again(one.id)).state).toBe('CHECKING');
    await book.get(CheckImport).run(again.id, again.revision);
    expect(await book.again(one.id)).toMatchObject({ state: 'CHECKED', wishes: { tags: ['2026'] }, found: { meanings: ['NAME', 'ADDRESS'] } });
    expect((await book.tried('A;B\nZhang;zhang@example.com\n')).found).toMatchObject({ delimiter: ';', meanings: ['NAME', 'ADDRESS'], isRemembered: true });
  });

  it('says why a file is none', async () => {
    expect(await book.tried('a,b\n"c,d\n')).toMatchObject({ state: 'UNREADABLE', problem: 'quote-not-closed', problemRow: 2 });
    expect(await book.tried('PK\u0003\u0004 and no workbook')).toMatchObject({ state: 'UNREADABLE', problem: 'damaged' });
  });

  it('refuses what means nothing', async () => {
    const one = await book.tried(LIST);
    const check = (wishes: object) => book.get(MoveImport).check(systemActor, one.id, wishes);
    expect(await check({ meanings: ['NAME', 'NAME'] })).toMatchObject({ refused: 'input.invalid', data: { problems: [{ code: 'column-twice' }] } });
    expect(await check({ meanings: ['EXTRA', 'PHONE'] })).toMatchObject({ data: { problems: [{ code: 'columns-without-person' }] } });
    expect(await check({ country: 'ZZ', locale: 'xx', delimiter: '""', listId: one.id })).toMatchObject({ data: { problems: [{ path: 'delimiter' }, { path: 'country' }, { path: 'locale' }, { path: 'listId' }] } });
    expect(await book.get(MoveImport).undo(systemActor, one.id)).toMatchObject({ refused: 'contact-import.not-now', data: { state: 'CHECKED' } });
  });
});

describe('applying', () => {
  it('writes contacts normalised, each with what the house had no word for, and into the list', async () => {
    const list = done(await book.get(ContactLists).create(systemActor, book.conference.id, 'Guests of honour'));
    const one = await book.applied(LIST, { listId: list.id });
    expect(one).toMatchObject({ state: 'APPLIED', counts: { applied: { new: 3, updated: 0, unchanged: 0, duplicate: 1, rejected: 1 } } });
    expect(await contacts()).toEqual([
      { native_name: '王小明', latin_name: null, organisation: '重庆大学', address: 'Wang@example.org', country: 'CN', phone: '+8613800138000', locale: 'zh-Hans', extra: { 桌号: '1' }, source: 'list.csv' },
      { native_name: null, latin_name: 'Amina Yusuf', organisation: 'Harbour Office', address: 'amina@example.com', country: 'NG', phone: '+2348031234567', locale: 'en', extra: { 桌号: '2' }, source: 'list.csv' },
      { native_name: '无邮箱者', latin_name: null, organisation: '侨联', address: null, country: 'KR', phone: null, locale: null, extra: {}, source: 'list.csv' },
    ]);
    expect((await book.get(ContactLists).ofSeries(book.work.reader, book.conference.seriesId)).map(({ size }) => size)).toEqual([3]);
  });

  it('the same file twice changes nothing', async () => {
    await book.applied(LIST);
    const before = await book.everything();
    const again = await book.applied(LIST);
    expect(again.counts.applied).toMatchObject({ new: 0, updated: 0, unchanged: 3, duplicate: 1, rejected: 1 });
    expect(await book.everything()).toEqual(before);
  });

  it('judges anew what changed since it was tried', async () => {
    const one = await book.tried(LIST);
    await create({ address: 'AMINA@example.com', latinName: 'Amina Yusuf-Bello' });
    done(await book.get(MoveImport).apply(systemActor, one.id));
    await book.get(ApplyImport).run(one.id);
    expect((await book.again(one.id)).counts).toMatchObject({ checked: { new: 3 }, applied: { new: 2, updated: 1 } });
    expect(await contacts()).toContainEqual(expect.objectContaining({ address: 'AMINA@example.com', latin_name: 'Amina Yusuf' }));
  });

  it('cut off in the middle it goes on where it ended, and no row is done twice', async () => {
    const people = Array.from({ length: 2_500 }, (_, n) => `Person ${n},p${n}@example.org`).join('\n');
    const one = await book.tried(`name,email\n${people}\n`);
    done(await book.get(MoveImport).apply(systemActor, one.id));
    // The third batch meets a database that goes away, as for a worker that is killed.
    await book.query("CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.address = 'p2100@example.org' THEN RAISE EXCEPTION 'gone'; END IF; RETURN NEW; END $$; CREATE TRIGGER cut BEFORE INSERT ON contact FOR EACH ROW EXECUTE FUNCTION cut()");
    await expect(book.get(ApplyImport).run(one.id)).rejects.toThrow('gone');
    expect(await book.query('SELECT count(*)::int AS n FROM contact')).toEqual([{ n: 2_000 }]);
    expect(await book.again(one.id)).toMatchObject({ state: 'APPLYING', done: 2_000 });
    await book.query('DROP FUNCTION cut CASCADE');
    await Promise.all([book.get(ApplyImport).run(one.id), book.get(ApplyImport).run(one.id)]);
    expect(await book.again(one.id)).toMatchObject({ state: 'APPLIED', counts: { applied: { rows: 2_500, new: 2_500 } } });
    expect(await book.query('SELECT count(*)::int AS n, count(DISTINCT address_key)::int AS keys FROM contact')).toEqual([{ n: 2_500, keys: 2_500 }]);
  });

  it('two files with the same people at once make each of them once', async () => {
    const file = `name,email\n${Array.from({ length: 1_200 }, (_, n) => `Person ${n},p${n}@example.org`).join('\n')}\n`;
    const [one, other] = [await book.tried(file), await book.tried(file)];
    for (const { id } of [one, other]) done(await book.get(MoveImport).apply(systemActor, id));
    await Promise.all([one, other].map(({ id }) => book.get(ApplyImport).run(id)));
    expect(await book.query('SELECT count(*)::int AS n FROM contact')).toEqual([{ n: 1_200 }]);
    const made = await book.query<{ n: number }>("SELECT sum((counts -> 'applied' ->> 'new')::int)::int AS n FROM contact_import");
    expect(made).toEqual([{ n: 1_200 }]);
  });
});

describe('undoing', () => {
  it('brings back exactly what was, contact by contact and list by list', async () => {
    const list = done(await book.get(ContactLists).create(systemActor, book.conference.id, 'Guests'));
    await book.applied('name,email,tags\n王小明,wang@example.org,old\nZhang,zhang@example.org,\n');
    const before = await book.everything();
    book.clock.moveBy(60_000);
    const one = await book.applied(LIST, { listId: list.id, tags: ['2026'] });
    expect(await book.everything()).not.toEqual(before);
    expect(await book.undone(one.id)).toMatchObject({ state: 'UNDONE', counts: { undone: { deleted: 2, restored: 1, kept: 0 } } });
    expect(await book.everything()).toEqual(before);
    await book.undone(one.id);
    expect(await book.everything()).toEqual(before);
  });

  it('keeps what someone changed, used or merged since, and says so', async () => {
    await book.applied('name,email,organisation\n王小明,wang@example.org,Old house\n');
    const one = await book.applied(`name,email,organisation,title\n王小明,wang@example.org,New house,Dean\nA,a@example.org,,\nB,b@example.org,,\nC,c@example.org,,\nD,d@example.org,,\nE,e@example.org,,\n`);
    const id = async (key: string) => (await byAddress(key)).id;
    done(await book.get(UpdateContact).run(systemActor, { ...input(), id: await id('wang@example.org'), title: 'President' }));
    done(await book.get(UpdateContact).run(systemActor, { ...input(), id: await id('a@example.org'), latinName: 'Amina' }));
    done(await book.get(MergeContacts).run(systemActor, { ...input(), survivorId: await id('b@example.org'), mergedId: await id('c@example.org'), take: [] }));
    const list = done(await book.get(ContactLists).create(systemActor, book.conference.id, 'Hand-picked'));
    done(await book.get(ContactLists).fill(systemActor, book.conference.id, list.id, { search: 'd@example.org' }));
    expect((await book.undone(one.id)).counts.undone).toEqual({ deleted: 1, restored: 0, kept: 5 });
    expect(await book.query('SELECT address, organisation, title FROM contact ORDER BY address')).toEqual([
      { address: 'a@example.org', organisation: null, title: null }, { address: 'b@example.org', organisation: null, title: null }, { address: 'c@example.org', organisation: null, title: null },
      { address: 'd@example.org', organisation: null, title: null }, { address: 'wang@example.org', organisation: 'Old house', title: 'President' },
    ]);
    expect(await book.query('SELECT number, kept FROM contact_import_row WHERE import_id = $1 AND kept IS NOT NULL ORDER BY number', [one.id])).toEqual([
      { number: 2, kept: 'changed' }, { number: 3, kept: 'changed' }, { number: 4, kept: 'used' }, { number: 5, kept: 'merged' }, { number: 6, kept: 'used' },
    ]);
    done(await book.get(ContactLists).delete(systemActor, book.conference.id, list.id));
    expect((await book.undone(one.id)).counts.undone).toEqual({ deleted: 2, restored: 0, kept: 4 });
  });

  it('an import under a later one keeps what the later one changed', async () => {
    const first = await book.applied('name,email,title\nAmina,a@example.org,Dean\n');
    const before = await book.everything();
    const second = await book.applied('name,email,title\nAmina,a@example.org,President\n');
    expect((await book.undone(first.id)).counts.undone).toEqual({ deleted: 0, restored: 0, kept: 1 });
    await book.undone(second.id);
    expect(await book.everything()).toEqual(before);
    expect((await book.undone(first.id)).counts.undone).toEqual({ deleted: 1, restored: 0, kept: 0 });
  });
});

describe('who a merged contact is', () => {
  it('stays settled: a file that holds both changes nothing', async () => {
    const file = 'name,email,organisation\n王小明,wang@example.org,重庆大学\nWang Xiaoming,w.xm@example.com,Chongqing University\n';
    await book.applied(file);
    const [survivor, merged] = [await byAddress('wang@example.org'), await byAddress('w.xm@example.com')];
    done(await book.get(MergeContacts).run(systemActor, { ...input(), survivorId: survivor.id, mergedId: merged.id, take: [] }));
    const before = await book.everything();
    expect((await book.applied(file)).counts.applied).toMatchObject({ new: 0, updated: 0, unchanged: 2 });
    expect(await book.everything()).toEqual(before);
  });
});

describe('an import that nobody applies', () => {
  it('is thrown away after two weeks, with its rows and the use of its file; one that was applied stays', async () => {
    const [applied, tried] = [await book.applied('name,email\nAmina,a@example.org\n'), await book.tried(LIST)];
    await book.get(SweepStaleImports).sweep();
    expect(await book.query('SELECT id FROM contact_import ORDER BY id')).toEqual([{ id: applied.id }, { id: tried.id }]);
    book.clock.moveBy(15 * 86_400_000);
    await book.get(SweepStaleImports).sweep();
    expect(await book.query('SELECT id FROM contact_import')).toEqual([{ id: applied.id }]);
    expect(await book.query('SELECT DISTINCT import_id FROM contact_import_row')).toEqual([{ import_id: applied.id }]);
    expect(await book.query('SELECT 1 FROM file_use WHERE used_by = $1', [tried.id])).toEqual([]);
  });
});

describe('who may import', () => {
  it('staff of the conference, and of no other; with a file of their own', async () => {
    const fileId = await book.upload(LIST);
    const staff = (role: 'ORGANISER' | 'REGISTRATION_DESK' | 'MAILING_STAFF', scopeId: string): Actor => ({ ...anonymousActor('203.0.113.9', 'en'), kind: 'ACCOUNT', principal: 'account:x', grants: [{ role, scopeKind: 'CONFERENCE', scopeId }] });
    const run = (actor: Actor) => book.get(ImportContacts).run(actor, { ...input(), fileId, wishes: {} });
    expect(await run(anonymousActor('203.0.113.9', 'en'))).toMatchObject({ refused: 'access.sign-in-needed' });
    const [stranger, desk, mailing] = [staff('ORGANISER', book.conference.seriesId), staff('REGISTRATION_DESK', book.conference.id), staff('MAILING_STAFF', book.conference.id)];
    expect(await run(stranger)).toMatchObject({ refused: 'access.denied' });
    expect(await run(desk)).toMatchObject({ refused: 'access.denied' });
    expect(await run(mailing)).toMatchObject({ refused: 'file.unknown' });
    expect(await book.get(ImportContacts).run(systemActor, { ...input(), fileId, wishes: {} }, 'key')).toMatchObject({ state: 'CHECKING' });
    const [first, again] = [await book.get(ImportContacts).run(systemActor, { ...input(), fileId, wishes: {} }, 'key'), await book.query('SELECT count(*)::int AS n FROM contact_import')];
    expect([first, again]).toMatchObject([{ state: 'CHECKING' }, [{ n: 1 }]]);
  });
});
