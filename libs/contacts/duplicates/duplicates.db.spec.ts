import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { ContactId } from '#kernel';
import { CreateContact, ContactLists, DismissDuplicate, FindDuplicates, MergeContacts, UndoMerge, UpdateContact } from '../index.js';
import { AddressBook, done } from '../testing/address-book.js';

let book: AddressBook;
beforeAll(async () => { book = await AddressBook.open(); });
afterAll(() => book.close());
beforeEach(() => book.query('TRUNCATE contact, contact_list, contact_import CASCADE'));

const input = () => ({ conferenceId: book.conference.id });
const add = async (more: object): Promise<ContactId> => done(await book.get(CreateContact).run(systemActor, { ...input(), ...more })).id;
const found = async () => {
  book.clock.moveBy(1_000);
  await book.get(FindDuplicates).run(book.conference.seriesId);
  return book.query<{ reasons: string[] }>('SELECT reasons FROM contact_duplicate WHERE NOT is_dismissed ORDER BY score DESC');
};

describe('contacts that may be one person', () => {
  it.each([
    ['across scripts', { nativeName: '王小明', phone: '+8613800138000' }, { latinName: 'Wang Xiaoming', phone: '+8613800138000' }, ['READING', 'PHONE']],
    ['the family name last', { nativeName: '欧阳娜娜', organisation: '重庆大学' }, { latinName: 'Nana OUYANG', organisation: '重庆大学' }, ['READING', 'ORGANISATION']],
    ['at two addresses', { latinName: 'Amina Yusuf', address: 'amina.yusuf@example.org' }, { latinName: 'Yusuf, Amina', address: 'amina.yusuf@example.com' }, ['READING', 'MAILBOX']],
    ['mistyped', { latinName: 'Katarzyna Wisniewska', organisation: 'Harbour Office' }, { latinName: 'Katarzyna Wisniewski', organisation: 'HARBOUR OFFICE', phone: '+48600100200' }, null],
    ['mistyped, with one phone', { latinName: 'Katarzyna Wisniewska', organisation: 'Harbour Office', phone: '+48600100200' }, { latinName: 'Katarzyna Wisniewski', organisation: 'HARBOUR OFFICE', phone: '+48600100200' }, ['SIMILAR_NAME', 'PHONE', 'ORGANISATION']],
    ['an office that shares its phone', { latinName: 'Amina Yusuf', organisation: 'Harbour Office', phone: '+48600100200' }, { latinName: 'John Carter', organisation: 'Harbour Office', phone: '+48600100200' }, []],
    ['two characters that are read alike', { nativeName: '王小明', latinName: 'Wang Xiaoming' }, { nativeName: '王晓明', latinName: 'Wang Xiaoming' }, []],
    ['people of one name in two countries', { latinName: 'Maria Silva', country: 'BR', address: 'a@example.org' }, { latinName: 'Maria Silva', country: 'PT', address: 'b@example.org' }, []],
  ] as const)('%s', async (_, one, other, reasons) => {
    await add(one);
    await add({ address: 'other@example.net', ...other });
    const pairs = await found();
    if (reasons === null) expect(pairs.map((pair) => pair.reasons)).toEqual([['SIMILAR_NAME', 'ORGANISATION']]);
    else expect(pairs.map((pair) => pair.reasons)).toEqual(reasons.length === 0 ? [] : [reasons]);
  });

  it('are not suggested again once a person said that they are two, nor once one is gone', async () => {
    const [one, other] = [await add({ nativeName: '李娜', phone: '+8613800138000' }), await add({ latinName: 'Li Na', phone: '+8613800138000', address: 'li@example.org' })];
    expect(await found()).toHaveLength(1);
    done(await book.get(DismissDuplicate).run(systemActor, book.conference.id, [other, one]));
    expect(await found()).toEqual([]);
    await book.query('DELETE FROM contact_duplicate');
    expect(await found()).toHaveLength(1);
    done(await book.get(UpdateContact).run(systemActor, { ...input(), id: other, latinName: 'John Carter', phone: null }));
    expect(await found()).toEqual([]);
  });
});

describe('merging', () => {
  const merge = (survivorId: ContactId, mergedId: ContactId, take: readonly ('organisation' | 'address')[] = []) => book.get(MergeContacts).run(systemActor, { ...input(), survivorId, mergedId, take });

  it('and undoing it brings back exactly what was', async () => {
    const [one, other, third] = [await add({ nativeName: '王小明', organisation: '重庆大学', tags: ['a'] }), await add({ latinName: 'Wang Xiaoming', address: 'w@example.org', organisation: 'CQU', tags: ['b'] }), await add({ latinName: 'X. Wang', address: 'xw@example.org' })];
    const list = done(await book.get(ContactLists).create(systemActor, book.conference.id, 'Guests'));
    done(await book.get(ContactLists).fill(systemActor, book.conference.id, list.id, { search: 'w@example.org' }));
    const before = await book.everything();
    book.clock.moveBy(1_000);
    const inner = done(await merge(other, third));
    const outer = done(await merge(one, other, ['organisation', 'address']));
    expect(await book.query('SELECT address, latin_name, organisation, tags FROM contact WHERE merged_into IS NULL')).toEqual([{ address: 'w@example.org', latin_name: 'Wang Xiaoming', organisation: 'CQU', tags: ['a', 'b'] }]);
    expect(await book.query('SELECT DISTINCT merged_into FROM contact WHERE merged_into IS NOT NULL')).toEqual([{ merged_into: one }]);
    expect(await book.get(UndoMerge).run(systemActor, book.conference.id, inner.id)).toMatchObject({ refused: 'contact-merge.not-now' });
    done(await book.get(UndoMerge).run(systemActor, book.conference.id, outer.id));
    done(await book.get(UndoMerge).run(systemActor, book.conference.id, inner.id));
    expect(await book.everything()).toEqual(before);
    expect(await book.get(UndoMerge).run(systemActor, book.conference.id, inner.id)).toMatchObject({ refused: 'contact-merge.not-now' });
  });

  it('keeps what someone changed after it', async () => {
    const [one, other] = [await add({ nativeName: '王小明' }), await add({ latinName: 'Wang Xiaoming', address: 'w@example.org', title: 'Dean' })];
    const done_ = done(await merge(one, other));
    done(await book.get(UpdateContact).run(systemActor, { ...input(), id: one, title: 'President' }));
    done(await book.get(UndoMerge).run(systemActor, book.conference.id, done_.id));
    expect(await book.query('SELECT native_name, title, address FROM contact ORDER BY id')).toEqual([{ native_name: '王小明', title: 'President', address: null }, { native_name: null, title: 'Dean', address: 'w@example.org' }]);
  });

  it('refuses one with itself, one that is gone, and one of another series', async () => {
    const [one, other] = [await add({ nativeName: '王小明' }), await add({ nativeName: '李娜' })];
    expect(await merge(one, one)).toMatchObject({ refused: 'contact.unknown' });
    done(await merge(one, other));
    expect(await merge(one, other)).toMatchObject({ refused: 'contact.unknown' });
  });
});
