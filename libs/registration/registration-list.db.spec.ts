import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, systemActor } from '#identity';
import { isRefusal, newId, soughtWords } from '#kernel';
import type { ConferenceId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { DetailsInput } from './details.js';
import { Figures } from './registration-figures.js';
import { RegistrationList } from './registration-list.js';
import type { ListFilter, ListSort } from './registration-list.js';
import type { Registration } from './registration.entity.js';
import { RegistrationCounts } from './registration-counts.js';
import { SearchIndex } from './search-index.js';
import { TrigramShares } from './trigram-shares.js';
import { WithdrawRegistration } from './withdraw-registration.js';
import { done, Reception } from './testing/reception.js';

let reception: Reception;
let conferenceId: ConferenceId;
const made: Registration[] = [];
const consents = [{ key: 'privacy', textVersion: '1' }];

const PEOPLE: readonly DetailsInput[] = [
  { names: { latinFamily: 'Zhang', latinGiven: 'Wei', native: '张伟', order: 'FAMILY_FIRST' }, nationality: 'CN', organisation: '重庆市茶业商会' },
  { names: { latinFamily: 'Nguyễn', latinGiven: 'Thị Hoa' }, nationality: 'VN', organisation: 'Hội Dệt Lụa' },
  { names: { latinFamily: 'Al-Masri', latinGiven: 'Yusuf', native: 'يُوسُف المصري' }, nationality: 'EG' },
  { names: { latinFamily: 'Petrov', latinGiven: 'Fyodor', native: 'Фёдор Петров' }, nationality: 'RU' },
  { names: { latinFamily: 'Łukasik', latinGiven: 'Zoë' }, nationality: 'PL', organisation: "O'Hara & Sons" },
  { names: { latinFamily: 'Suharto', latinGiven: null }, nationality: 'ID' },
  { names: { latinFamily: 'Kim', latinGiven: 'Minjun', native: '김민준' }, nationality: 'KR' },
  { names: { latinFamily: 'Sato', latinGiven: 'Hanako', native: 'さとう はなこ' }, nationality: 'JP' },
];

beforeAll(async () => {
  reception = await Reception.open();
  conferenceId = (await reception.conference()).id;
  await reception.category(conferenceId, { key: 'media', needsApproval: true });
  for (const [n, details] of PEOPLE.entries()) {
    made.push(await reception.registered(systemActor, {
      conferenceId, category: n % 3 === 0 ? 'media' : 'delegate', onBehalf: { email: `person-${n}@lists.example`, origin: 'API' }, details: { ...details, consents },
    }));
  }
  done(await reception.get(WithdrawRegistration).run(systemActor, { id: made.filter(({ sortName }) => sortName === 'suharto')[0]?.id ?? newId<'Registration'>(), reason: 'Test' }));
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

const names = async (filter: ListFilter, sort: ListSort = 'OLDEST'): Promise<string[]> => {
  const page = await reception.get(RegistrationList).page(conferenceId, filter, sort, { first: 50 });
  return isRefusal(page) ? [page.refused] : page.items.map(({ node }) => node.sortName.split(' ')[0] ?? '');
};

describe('searching registrations', () => {
  it.each([
    ['张伟', 'zhang'], ['伟', 'zhang'], ['wei zhang', 'zhang'], ['ZHANG', 'zhang'], ['茶业', 'zhang'], ['nguyen', 'nguyen'], ['Nguyễn hoa', 'nguyen'], ['lua', 'nguyen'],
    ['يوسف', 'al'], ['masri', 'al'], ['федор', 'petrov'], ['Петров', 'petrov'], ['lukasik', 'lukasik'], ['Zoe', 'lukasik'], ['ohara', 'lukasik'],
    ['김민준', 'kim'], ['민준', 'kim'], ['person-6@lists.example', 'kim'], ['はなこ', 'sato'], ['ki', 'kim'],
  ])('finds %s', async (search, name) => {
    expect(await names({ search })).toEqual([name]);
    expect(await reception.get(RegistrationList).count(conferenceId, { search })).toBe(1);
  });

  it('finds by the code on the ticket, whole or in part', async () => {
    const code = made[1]?.code ?? '';
    expect(await names({ search: code })).toEqual(['nguyen']);
    expect(await names({ search: code.slice(-6).toLowerCase() })).toEqual(['nguyen']);
  });

  it('finds by a whole address those under it, not those whose address contains it; by a part of it both', async () => {
    const { id } = await reception.conference();
    for (const email of ['lin-6@lists.example', 'wu.lin-16@lists.example']) await reception.registered(systemActor, { conferenceId: id, onBehalf: { email, origin: 'API' } });
    const list = reception.get(RegistrationList);
    const found = async (search: string): Promise<string[]> => (await reception.get(UnitOfWork).run((tx) => list.idsOf(tx.em, id, { search }, 10))).map(String);
    const [first, second] = await found('lin 6@lists.example');
    expect(await found('Lin-6@LISTS.example ')).toEqual([first]);
    expect(await found('wu.lin-16@lists.example')).toEqual([second]);
    expect(await found('6@lists.example')).toEqual([first, second]);
    expect(await list.count(id, { search: 'lin-6@lists.example' })).toBe(1);
    // An address of another conference is nobody's here.
    expect(await found('person-6@lists.example')).toEqual([]);
  });

  it.each(['%', '_', '\\', "'; DROP TABLE registration; --", '—', 'nobody'])('finds nobody by %s, and takes no character for more than itself', async (search) => {
    expect(await names({ search })).toEqual([]);
  });

  it('tells letters apart that marks make others', async () => {
    expect(await names({ search: 'ばなこ' })).toEqual([]);
  });

  it('finds letters in their order and side by side, not what else the index lets through', async () => {
    expect(await names({ search: 'なこ' })).toEqual(['sato']);
    expect(await names({ search: 'さはなこ' })).toEqual([]);
    // U+271DF ends in the same three digits as 伟.
    expect(await names({ search: '𧇟' })).toEqual([]);
  });

  it('is done by the trigram index, also for a single letter of Han', async () => {
    const { id: large } = await reception.conference();
    const one = await reception.registered(systemActor, { conferenceId: large, onBehalf: { email: 'one@lists.example', origin: 'API' } });
    await reception.query(`
      INSERT INTO registration SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'code', 'X-' || n, 'state', 'DRAFT', 'search_text', ' lagos ' || md5(n::text)))).*
      FROM registration r, generate_series(1, 8000) n WHERE r.id = $1`, [one.id]);
    await reception.get(SearchIndex).merge();
    await reception.query('ANALYZE registration');
    const plan = await reception.query<{ 'QUERY PLAN': string }>('EXPLAIN SELECT 1 FROM registration WHERE conference_id = $1 AND search_text LIKE $2', [large, soughtWords('伟')[0]?.pattern]);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('registration_search');
    // PostgreSQL's own sample says what is common; what is rare is found by it as before.
    const shareOf = await reception.get(UnitOfWork).run((tx) => new TrigramShares().current(tx.em));
    expect(shareOf('lag')).toBeGreaterThan(0.9);
    expect(shareOf('kaf')).toBeLessThan(0.05);
    const list = new RegistrationList(reception.get(UnitOfWork), reception.get(RegistrationCounts), reception.get(Accounts), new TrigramShares());
    const [, , sought] = await reception.query<{ search_text: string; id: string }>("SELECT search_text, id FROM registration WHERE code IN ('X-7', 'X-70', 'X-700') ORDER BY code");
    const found = await reception.get(UnitOfWork).run((tx) => list.idsOf(tx.em, large, { search: `lagos ${sought?.search_text.slice(7, 20) ?? ''}` }, 10));
    expect(found).toEqual([sought?.id]);
    await reception.query("DELETE FROM registration WHERE code LIKE 'X-%'");
  });
});

describe('listing registrations', () => {
  it('filters by state, category and nationality, all of which must hold', async () => {
    expect(await names({ states: ['IN_REVIEW'] })).toEqual(['zhang', 'petrov', 'kim']);
    expect(await names({ states: ['CANCELLED'] })).toEqual(['suharto']);
    expect(await names({ nationalities: ['CN', 'KR', 'VN'], states: ['IN_REVIEW'] })).toEqual(['zhang', 'kim']);
    expect(await names({ categoryIds: [] })).toEqual([]);
  });

  it.each(['NEWEST', 'OLDEST', 'NAME'] as const)('pages by key in the order %s, each once, also while others come in', async (sort) => {
    const list = reception.get(RegistrationList);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = done(await list.page(conferenceId, {}, sort, { first: 3, after }) as Exclude<Awaited<ReturnType<RegistrationList['page']>>, { refused: string }>);
      seen.push(...page.items.map(({ node }) => node.sortName));
      after = page.hasNextPage ? page.items.at(-1)?.cursor : undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(PEOPLE.length);
    expect(new Set(seen).size).toBe(PEOPLE.length);
    if (sort === 'NAME') expect(seen).toEqual([...seen].sort());
    expect(await list.page(conferenceId, {}, sort, { first: 3, after: 'bm9uZQ' })).toMatchObject({ refused: 'cursor.malformed' });
  });

  it('counts without looking at rows what the writers count, and it ties out', async () => {
    const list = reception.get(RegistrationList);
    expect(await list.count(conferenceId, {})).toBe(PEOPLE.length);
    expect(await list.count(conferenceId, { states: ['CONFIRMED'] })).toBe(4);
    expect(await list.count(conferenceId, { nationalities: ['CN'] })).toBe(1);
    const figures = await reception.get(Figures).of(conferenceId);
    expect(figures.byState.filter(({ count }) => count > 0)).toEqual([{ state: 'IN_REVIEW', count: 3 }, { state: 'CONFIRMED', count: 4 }, { state: 'CANCELLED', count: 1 }]);
    expect(figures.byNationality.map(({ country }) => country)).toEqual(['CN', 'EG', 'JP', 'KR', 'PL', 'RU', 'VN']);
    expect(figures.byCategory.map(({ count }) => count).sort()).toEqual([3, 4]);
  });
});
