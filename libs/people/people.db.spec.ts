import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, accountActor, Audit, identityEntities, systemActor } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { AccountId } from '#kernel';
import { BlindIndex, KeyRing, PersonalVault } from '#platform';
import { FixedClock, throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Countries } from './countries.store.js';
import { peopleEntities } from './index.js';
import { OverrideCountry } from './override-country.js';
import { People } from './people.js';
import { checkPerson, isProblems } from './person-details.js';
import type { NewPerson, PersonInput } from './person-details.js';
import { CountryTable } from './countries.js';
import { TravelDocuments } from './travel-documents.js';

let database: ThrowawayDatabase;
const clock = new FixedClock();
const people = new People(clock);

beforeAll(async () => { database = await throwawayDatabase([...identityEntities, ...peopleEntities]); });
afterAll(() => database.drop());

let count = 0;
const newAccount = async (): Promise<AccountId> => {
  count += 1;
  return (await database.work.run((tx) => new Accounts().findOrCreate(tx, `secretary-${count}@example.org`, { locale: 'en' }))).id;
};
const details = (input: PersonInput): NewPerson => {
  const checked = checkPerson(input, new CountryTable());
  if (isProblems(checked) || checked.names === undefined) throw new Error(JSON.stringify(checked));
  return { ...checked, names: checked.names };
};
const wang = details({ names: { native: '王小明', latinFamily: 'Wang', latinGiven: 'Xiaoming', order: 'FAMILY_FIRST' }, nationality: 'cn', residence: 'NG' });

describe('people', () => {
  it('return at the next edition as who they were', async () => {
    const account = await newAccount();
    const first = await database.work.run((tx) => people.create(tx, account, wang));
    const again = details({ names: { latinFamily: 'WANG', latinGiven: 'Xiao-Ming', order: 'FAMILY_FIRST' } });
    const known = await people.ofName(database.work.reader, account, again.names);
    if (known === null) throw new Error('nobody of that name');
    await database.work.run((tx) => people.update(tx, known, again));
    expect(await people.byId(database.work.reader, first.id)).toMatchObject({ latinFamily: 'WANG', nativeName: null, nationality: 'CN', residence: 'NG' });
  });

  it('are managed by the account that entered them, several by one, one by several', async () => {
    const [secretary, deputy] = [await newAccount(), await newAccount()];
    const minister = await database.work.run((tx) => people.create(tx, secretary, wang));
    clock.moveBy(1_000);
    const spouse = await database.work.run((tx) => people.create(tx, secretary, details({ names: { latinFamily: 'Suharto' } })));
    await database.work.run((tx) => people.link(tx, deputy, minister.id));
    await database.work.run((tx) => people.link(tx, deputy, minister.id));
    expect((await people.ofAccount(database.work.reader, secretary)).map(({ id }) => id)).toEqual([minister.id, spouse.id]);
    expect((await people.ofAccount(database.work.reader, deputy)).map(({ id }) => id)).toEqual([minister.id]);
    expect(await people.manages(database.work.reader, deputy, spouse.id)).toBe(false);
  });

  it('are changed only where something was said', async () => {
    const person = await database.work.run(async (tx) => people.create(tx, await newAccount(), wang));
    const changed = await database.work.run((tx) => people.update(tx, person, { residence: null }));
    expect(changed).toMatchObject({ nationality: 'CN', residence: null, names: { native: '王小明' } });
    expect(checkPerson({ names: null, nationality: 'XX', residence: '' }, new CountryTable())).toEqual([
      { path: 'names', code: 'required' }, { path: 'nationality', code: 'country.unknown' },
    ]);
  });
});

describe('travel documents', () => {
  const CANARY = 'CANARY77665544';
  const keys = new KeyRing('a secret of the house, long enough');
  const documents = new TravelDocuments(new PersonalVault(keys), new BlindIndex(keys), clock);
  const passport = { kind: 'PASSPORT', number: CANARY, issuedBy: 'CN', expiresOn: '2030-01-01' } as const;

  it('show their number to nobody who reads the database', async () => {
    const person = await database.work.run(async (tx) => people.create(tx, await newAccount(), wang));
    await database.work.run((tx) => documents.keep(tx, person.id, passport));
    expect(await documents.masked(database.work.reader, [person.id])).toMatchObject([{ maskedNumber: '••••••••••••44', kind: 'PASSPORT' }]);
    expect(await documents.reveal(database.work.reader, person.id)).toEqual(passport);
    expect(await tablesHolding(CANARY)).toEqual([]);
    expect(await tablesHolding('王小明')).toContain('person.native_name');
  });

  it('are found again by their number, however it was spaced, and by no other', async () => {
    const [one, two, other] = await database.work.run(async (tx) => Promise.all([1, 2, 3].map(async () => people.create(tx, await newAccount(), wang))));
    await database.work.run(async (tx) => {
      await documents.keep(tx, one!.id, { ...passport, number: 'TWIN123' });
      await documents.keep(tx, two!.id, { ...passport, number: 'TWIN123' });
      await documents.keep(tx, other!.id, { ...passport, number: 'TWIN123', issuedBy: 'VN' });
    });
    expect((await documents.holdersOf(database.work.reader, { number: 'TWIN123', issuedBy: 'CN' })).sort()).toEqual([one!.id, two!.id].sort());
  });

  it('take the place of an earlier one, and cannot be moved to another person', async () => {
    const [person, thief] = await database.work.run(async (tx) => Promise.all([1, 2].map(async () => people.create(tx, await newAccount(), wang))));
    await database.work.run((tx) => documents.keep(tx, person!.id, passport));
    await database.work.run((tx) => documents.keep(tx, person!.id, { ...passport, number: 'NEWER12345' }));
    await database.work.run((tx) => documents.keep(tx, thief!.id, passport));
    expect((await documents.reveal(database.work.reader, person!.id))?.number).toBe('NEWER12345');
    await database.source.query('UPDATE travel_document SET sealed_number = (SELECT sealed_number FROM travel_document WHERE person_id = $1) WHERE person_id = $2', [person!.id, thief!.id]);
    await expect(documents.reveal(database.work.reader, thief!.id)).rejects.toThrow();
  });

  it('are gone for ever when the person\'s key is', async () => {
    const person = await database.work.run(async (tx) => people.create(tx, await newAccount(), wang));
    await database.work.run((tx) => documents.keep(tx, person.id, passport));
    await database.source.query('DELETE FROM personal_key WHERE person_id = $1', [person.id]);
    expect(await documents.reveal(database.work.reader, person.id)).toBeUndefined();
  });
});

/** Every text, JSON and binary column of the database that holds the text somewhere, as a dump would show it. */
async function tablesHolding(text: string): Promise<string[]> {
  const columns = await database.source.query<{ table_name: string; column_name: string }[]>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'bytea', 'jsonb', 'json', 'ARRAY')`,
  );
  const hex = Buffer.from(text).toString('hex');
  const held: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const [row] = await database.source.query<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM "${table}" WHERE position(lower($1) IN lower("${column}"::text)) > 0 OR position($2 IN lower("${column}"::text)) > 0) AS found`, [text, hex],
    );
    if (row?.found === true) held.push(`${table}.${column}`);
  }
  return held;
}

describe('the installation\'s countries', () => {
  const verb = () => new OverrideCountry(database.work, new Audit());

  it('are named by those who run it, and by nobody else', async () => {
    const countries = new Countries(database.work, clock);
    expect((await countries.table()).name('CI', 'en')).toBe("Cote d'Ivoire");
    await verb().run(systemActor, { code: 'ci', names: { en: 'Côte d’Ivoire' }, hidden: false });
    clock.moveBy(11_000);
    expect((await countries.table()).name('CI', 'en')).toBe('Côte d’Ivoire');
    const clerk = accountActor({ id: newId<'Account'>(), email: 'clerk@example.org', locale: 'en' }, [{ role: 'REGISTRATION_DESK', scopeKind: 'INSTALLATION', scopeId: null }]);
    expect(await verb().run(clerk, { code: 'CI', hidden: true })).toMatchObject({ refused: 'access.denied' });
  });

  it('take codes of the user-assigned range only with a name', async () => {
    const nameless = await verb().run(systemActor, { code: 'XZ', hidden: false });
    expect(isRefusal(nameless) && nameless.data['problems']).toEqual([{ path: 'names', code: 'required' }]);
    expect(await verb().run(systemActor, { code: 'XZ', names: { en: 'High seas' }, hidden: false })).toEqual({ code: 'XZ', names: { en: 'High seas' }, hidden: false });
    expect(isRefusal(await verb().run(systemActor, { code: 'BB0', names: { en: 'Nowhere' }, hidden: false }))).toBe(true);
  });
});
