import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { refuse } from '#kernel';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Tx } from '../database/unit-of-work.js';
import { KeyRing } from '../secrets/key-ring.js';
import { once } from './once.js';

let database: ThrowawayDatabase;

beforeAll(async () => {
  database = await throwawayDatabase();
  await database.source.query('CREATE TABLE seat (id bigint GENERATED ALWAYS AS IDENTITY, person text NOT NULL)');
});
beforeEach(async () => {
  await database.source.query('TRUNCATE seat, idempotency');
});
afterAll(() => database.drop());

interface Seat {
  readonly id: string;
}

async function take(tx: Tx, person: string): Promise<Seat> {
  const [seat] = await tx.query<Seat>('INSERT INTO seat (person) VALUES ($1) RETURNING id', [person]);
  if (seat === undefined) throw new Error('no seat was written');
  return seat;
}

const request = (key: string | undefined, person: string, principal = 'account:ada') =>
  database.work.run((tx) => once(tx, { principal, operation: 'bookSeat', key, arguments: { person, note: undefined } }, () => take(tx, person)));

const taken = async (): Promise<number> => (await database.source.query<unknown[]>('SELECT 1 FROM seat')).length;

describe('once', () => {
  it('gives the first answer again for the same key and arguments', async () => {
    const first = await request('k1', 'Ada');
    expect(await request('k1', 'Ada')).toEqual(first);
    expect(await taken()).toBe(1);
  });

  it('does not mind the order in which a client writes its fields', async () => {
    const ask = (input: object) =>
      database.work.run((tx) => once(tx, { principal: 'p', operation: 'o', key: 'k', arguments: input }, () => take(tx, 'Ada')));
    const first = await ask({ a: 1, b: { c: [1, 2], d: null } });
    expect(await ask({ b: { d: null, c: [1, 2] }, a: 1 })).toEqual(first);
    expect(await ask({ b: { d: null, c: [2, 1] }, a: 1 })).toMatchObject({ refused: 'idempotency.conflict' });
  });

  it('keeps of the arguments nothing that could be found by trying', async () => {
    const asked = { passport: 'C1234567' };
    const plain = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
    const { work } = database;
    const answers = await Promise.all(['one secret', 'another secret'].map(async (secret) => {
      const under = new UnitOfWork(database.source, new KeyRing(secret));
      await under.run((tx) => once(tx, { principal: secret, operation: 'o', key: 'k', arguments: asked }, () => take(tx, 'Ada')));
      const [row] = await work.run((tx) => tx.query<{ arguments_hash: string }>('SELECT arguments_hash FROM idempotency WHERE principal = $1', [secret]));
      return row?.arguments_hash;
    }));
    expect(new Set([plain, ...answers]).size).toBe(3);
  });

  it('refuses other arguments under the same key', async () => {
    await request('k1', 'Ada');
    expect(await request('k1', 'Grace')).toMatchObject({ refused: 'idempotency.conflict' });
    expect(await taken()).toBe(1);
  });

  it('keeps the keys of different principals apart, and repeats what carries no key', async () => {
    await request('k1', 'Ada', 'account:ada');
    await request('k1', 'Ada', 'account:grace');
    await request(undefined, 'Ada');
    await request(undefined, 'Ada');
    expect(await taken()).toBe(4);
  });

  it('does not keep a refusal: the same key decides again', async () => {
    const refused = await database.work.run((tx) =>
      once(tx, { principal: 'account:ada', operation: 'bookSeat', key: 'k1', arguments: { person: 'Ada' } }, () => Promise.resolve(refuse('visit.full'))));
    expect(refused).toMatchObject({ refused: 'visit.full' });
    expect(await request('k1', 'Ada')).toHaveProperty('id');
  });

  it('does not keep a fault either', async () => {
    const broken = database.work.run((tx) =>
      once(tx, { principal: 'account:ada', operation: 'bookSeat', key: 'k1', arguments: { person: 'Ada' } }, () => Promise.reject(new Error('no bus'))));
    await expect(broken).rejects.toThrow('no bus');
    expect(await request('k1', 'Ada')).toHaveProperty('id');
  });

  it('has one effect and one answer when the same request comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => request('k1', 'Ada')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await taken()).toBe(1);
  });

  it('lets a waiting repetition do the work when the first one is refused', async () => {
    let refuseFirst = true;
    const ask = () =>
      database.work.run((tx) => once(tx, { principal: 'p', operation: 'o', key: 'k', arguments: {} }, async () => {
        const isFirst = refuseFirst;
        refuseFirst = false;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return isFirst ? refuse('visit.full') : take(tx, 'Ada');
      }));
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(1);
    expect(await taken()).toBe(1);
  });
});
