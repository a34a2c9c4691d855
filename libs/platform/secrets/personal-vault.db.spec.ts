import { newId } from '#kernel';
import type { PersonId } from '#kernel';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRing } from './key-ring.js';
import { PersonalVault } from './personal-vault.js';

const NUMBER = 'G28771043';

describe('personal vault', () => {
  let database: ThrowawayDatabase;
  const vault = new PersonalVault(new KeyRing('a secret of the installation, 32+ characters'));
  const place = { table: 'registration', column: 'document', row: newId() };
  beforeAll(async () => { database = await throwawayDatabase(); });
  afterAll(async () => { await database.drop(); });

  const sealFor = (person: PersonId): Promise<Buffer> => database.work.run((tx) => vault.seal(tx, person, place, NUMBER));

  it('gives back what it sealed for a person, with one key however often', async () => {
    const person = newId<'Person'>();
    const sealed = await Promise.all([sealFor(person), sealFor(person), sealFor(person)]);
    for (const one of sealed) expect(await vault.open(database.work.reader, person, place, one)).toBe(NUMBER);
    expect(await database.source.query('SELECT 1 FROM personal_key WHERE person_id = $1', [person])).toHaveLength(1);
  });

  it('does not open for another row, column, table or person', async () => {
    const person = newId<'Person'>();
    const other = newId<'Person'>();
    const sealed = await sealFor(person);
    await sealFor(other);
    for (const wrong of [{ ...place, row: newId() }, { ...place, column: 'note' }, { ...place, table: 'person' }]) {
      await expect(vault.open(database.work.reader, person, wrong, sealed)).rejects.toThrow();
    }
    await expect(vault.open(database.work.reader, other, place, sealed)).rejects.toThrow();
  });

  it('cannot be read by anyone once the key is forgotten', async () => {
    const person = newId<'Person'>();
    const sealed = await sealFor(person);
    await database.work.run((tx) => vault.forget(tx, person));
    expect(await vault.open(database.work.reader, person, place, sealed)).toBeUndefined();
  });

  it('keeps neither the value nor the key readable in the database', async () => {
    const person = newId<'Person'>();
    const sealed = await sealFor(person);
    expect(sealed.includes(NUMBER)).toBe(false);
    await expect(new PersonalVault(new KeyRing('another secret of 32 characters and more')).open(database.work.reader, person, place, sealed)).rejects.toThrow();
  });
});
