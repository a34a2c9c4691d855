import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import type { ConferenceId } from '#kernel';
import { systemActor } from '../access/actor.js';
import type { Actor } from '../access/actor.js';
import type { Reach } from '../access/reach.js';
import { CONFERENCE, IdentityFixture } from '../identity.fixture.js';
import { AuditLog } from './audit-log.js';
import type { AuditFilter, AuditLine } from './audit-log.js';

const ELSEWHERE = '01980000-0000-7000-8000-0000000000c1' as ConferenceId;
const REGISTRATION = '01980000-0000-7000-8000-0000000000d1';
const everything: Reach = { everything: true, seriesIds: [], conferenceIds: [] };
const here: Reach = { everything: false, seriesIds: [], conferenceIds: [CONFERENCE] };
const log = new AuditLog();
let house: IdentityFixture;
let owner: Actor;

beforeAll(async () => {
  house = await IdentityFixture.open();
  owner = await house.owner('wei@example.org');
  const write = (actor: Actor, action: string, rest: { subjectId?: string; conferenceId?: ConferenceId }) =>
    house.database.work.run((tx) => house.audit.write(tx, { actor, action, subjectKind: 'test', subjectId: rest.subjectId ?? null, ...(rest.conferenceId === undefined ? {} : { conferenceId: rest.conferenceId }) }));
  await write(systemActor, 'test.swept', {});
  for (let n = 0; n < 5; n += 1) await write(owner, 'test.done', { conferenceId: n % 2 === 0 ? CONFERENCE : ELSEWHERE });
  await write(owner, 'test.looked', { subjectId: REGISTRATION, conferenceId: CONFERENCE });
});
afterAll(() => house.close());

async function lines(filter: AuditFilter, reach = everything, first = 50, after?: string): Promise<{ lines: AuditLine[]; last: string | undefined; hasNextPage: boolean }> {
  const page = await log.page(house.database.work.reader, reach, filter, { first, after });
  if (isRefusal(page)) throw new Error(page.refused);
  return { lines: page.items.map(({ node }) => node), last: page.items.at(-1)?.cursor, hasNextPage: page.hasNextPage };
}

describe('reading the audit log', () => {
  it('tells the newest first, with the actor’s address', async () => {
    const { lines: all } = await lines({});
    expect(all.map(({ action }) => action)).toEqual(['test.looked', ...Array<string>(5).fill('test.done'), 'test.swept']);
    expect(all[0]).toMatchObject({ actorEmail: 'wei@example.org', actorKind: 'ACCOUNT', subjectId: REGISTRATION, isSealed: false });
    expect(all.at(-1)).toMatchObject({ actorKind: 'SYSTEM', actorEmail: null });
  });

  it('pages without gap or repetition, to the microsecond', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await lines({}, everything, 2, after);
      seen.push(...page.lines.map(({ id }) => id));
      after = page.hasNextPage ? page.last : undefined;
    } while (after !== undefined);
    expect(seen).toEqual((await lines({})).lines.map(({ id }) => id));
    expect(await log.page(house.database.work.reader, everything, {}, { first: 2, after: 'nonsense' })).toMatchObject({ refused: 'cursor.malformed' });
  });

  it('keeps to what the reader may see', async () => {
    expect((await lines({}, here)).lines.every(({ conferenceId }) => conferenceId === CONFERENCE)).toBe(true);
    expect(await log.count(house.database.work.reader, here, {})).toBe(4);
    expect(await log.count(house.database.work.reader, everything, {})).toBe(7);
  });

  it.each<[string, AuditFilter, number]>([
    ['who', { actor: 'WEI@' }, 6], ['nobody of that name', { actor: 'zebra' }, 0], ['what', { actions: ['test.looked', 'test.swept'] }, 2], ['about what', { subjectId: REGISTRATION }, 1],
    ['where', { conferenceId: ELSEWHERE }, 2], ['since when', { from: new Date(Date.now() + 60_000) }, 0], ['until when', { until: new Date(Date.now() + 60_000) }, 7],
  ])('is filtered by %s', async (_what, filter, count) => {
    expect((await lines(filter)).lines).toHaveLength(count);
    expect(await log.count(house.database.work.reader, everything, filter)).toBe(count);
  });
});
