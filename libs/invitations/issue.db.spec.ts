import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { Invitations } from './index.js';
import { Chancery } from './testing/chancery.js';

let chancery: Chancery;

beforeAll(async () => { chancery = await Chancery.open(); });
afterAll(() => chancery.close());

const issue = (...addresses: string[]) => chancery.work.run((tx) => chancery.get(Invitations).issue(tx, addresses.map((toAddress) => chancery.row({ toAddress }))));

describe('issuing', () => {
  it('gives ids in the order of the rows; an address that has one keeps it, however it is spelt', async () => {
    const [first] = await issue('Amara.Okafor@example.org');
    const ids = await issue('chen@example.org', 'amara.okafor@EXAMPLE.ORG', 'chen@example.org', 'siti@example.com');
    expect(ids[1]).toBe(first);
    expect(ids[0]).toBe(ids[2]);
    expect(new Set(ids).size).toBe(3);
    expect(await chancery.get(Invitations).byIds(chancery.work.reader, [...ids, newId()])).toHaveLength(3);
  });

  it('makes one of an address that is invited by eight at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => issue('many@example.org', `other-${n}@example.org`)));
    expect(new Set(answers.map(([id]) => id)).size).toBe(1);
  });

  it('takes thousands by the same few statements', async () => {
    const began = performance.now();
    const ids = await issue(...Array.from({ length: 10_000 }, (_, n) => `guest-${n}@example.net`));
    expect(new Set(ids).size).toBe(10_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('gives a new one where the old one ran out, swept or not', async () => {
    const { clock } = chancery;
    const once = (expiresAt: Date | null) => chancery.work.run((tx) => chancery.get(Invitations).issue(tx, [chancery.row({ toAddress: 'late@example.org', expiresAt })]));
    const [old] = await once(new Date(clock.now().getTime() + 1000));
    clock.moveBy(2000);
    const [fresh] = await once(null);
    expect(fresh).not.toBe(old);
    expect(await chancery.states([old!, fresh!])).toEqual(['EXPIRED', 'OPEN']);
    expect(await chancery.historyOf(old!)).toEqual(['EXPIRE SYSTEM OPEN>EXPIRED']);
  });
});
