import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import type { ConferenceId } from '#kernel';
import { CarryOnRun } from '../runs/carry-on-run.js';
import { RegistrationRuns } from '../runs/runs.js';
import { StartRegistrationRun } from '../runs/start-run.js';
import { RegistrationList } from '../registration-list.js';
import { detailsOf, done, Reception } from '../testing/reception.js';
import type { Registration } from '../registration.entity.js';
import { TagRegistration } from './tag-registration.js';
import { LONGEST_TAG, MOST_TAGS } from './tag.rules.js';

let reception: Reception;
let delegate: Actor;
let staff: Actor;
let conferenceId: ConferenceId;
let people: Registration[] = [];

beforeAll(async () => {
  reception = await Reception.open();
  delegate = await reception.signedIn('amara@example.org');
  conferenceId = (await reception.conference({ personsPerAccount: 50 })).id;
  staff = await reception.signedIn('desk@example.org', [{ role: 'REGISTRATION_DESK', scopeKind: 'CONFERENCE', scopeId: conferenceId }]);
  await reception.query("INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, granted_by, created_at) VALUES ($1, $2, 'REGISTRATION_DESK', 'CONFERENCE', $3, 'system', now())", [newId(), staff.accountId, conferenceId]);
  people = await Promise.all(['Ama', 'Bisi', 'Chidi'].map((given) => reception.registered(delegate, { conferenceId, details: detailsOf('Okafor', given) })));
});
afterAll(() => reception.close());

const tag = (by: Actor, one: Registration | undefined, change: object) => reception.get(TagRegistration).run(by, one?.id ?? newId(), change);
const tagsOf = async (): Promise<string[][]> => Promise.all(people.map(async ({ id }) => (await reception.registration(id)).tags));
const found = async (tags: string[]): Promise<number> => reception.get(RegistrationList).count(conferenceId, { tags });

describe('tags of registrations', () => {
  it('are put on once, in order, taken off, and found by', async () => {
    done(await tag(staff, people[0], { add: [' 贵宾 ', 'Needs  letter', '贵宾'] }));
    expect((await tagsOf())[0]).toEqual(['Needs letter', '贵宾']);
    done(await tag(staff, people[1], { add: ['贵宾'] }));
    expect([await found(['贵宾']), await found(['Needs letter', 'unused']), await found(['unused'])]).toEqual([2, 1, 0]);
    expect(await reception.get(TagRegistration).used(staff, conferenceId)).toEqual([{ tag: 'Needs letter', count: 1 }, { tag: '贵宾', count: 2 }]);
    done(await tag(staff, people[0], { add: ['Press bus'], remove: ['Needs letter'] }));
    expect((await tagsOf())[0]).toEqual(['Press bus', '贵宾']);
  });

  it('leave the state, the version and the letters of a registration as they were', async () => {
    const before = await reception.registration(people[0]?.id ?? newId());
    done(await tag(staff, people[0], { add: ['Interpreter'] }));
    expect(await reception.registration(before.id)).toEqual({ ...before, tags: [...before.tags, 'Interpreter'].sort() });
    expect(await reception.lettersOf(before.id)).toEqual(['registration.confirmed']);
  });

  it('are kept by staff only, and each is in the audit log', async () => {
    expect(await tag(delegate, people[0], { add: ['me first'] })).toMatchObject({ refused: 'access.denied' });
    expect(await reception.get(TagRegistration).used(delegate, conferenceId)).toMatchObject({ refused: 'access.denied' });
    const [row] = await reception.query<{ data: object }>("SELECT data FROM audit_entry WHERE action = 'registration.tagged' ORDER BY id LIMIT 1");
    expect(row?.data).toEqual({ added: ['贵宾', 'Needs letter'], removed: [] });
  });

  it.each([
    [{ add: [''] }, 'add.0', 'required'], [{ add: ['x'.repeat(LONGEST_TAG + 1)] }, 'add.0', 'too-long'], [{ remove: ['a\u0000b'] }, 'remove.0', 'forbidden-characters'],
    [{ add: Array.from({ length: MOST_TAGS + 1 }, (_, n) => `tag ${n}`) }, 'add', 'too-many'],
  ])('are refused where one is none: %j', async (change, path, code) => {
    const before = await tagsOf();
    expect(await tag(staff, people[2], change)).toMatchObject({ refused: 'input.invalid', data: { problems: [expect.objectContaining({ path, code })] } });
    expect(await tagsOf()).toEqual(before);
  });

  it('are at most twenty of one registration', async () => {
    done(await tag(staff, people[2], { add: Array.from({ length: MOST_TAGS }, (_, n) => `tag ${n}`) }));
    expect(await tag(staff, people[2], { add: ['one more'] })).toMatchObject({ refused: 'registration.tags-full', data: { max: MOST_TAGS } });
    expect((await tagsOf())[2]).toHaveLength(MOST_TAGS);
  });

  it('are put on and taken off many at once by a run, which says of whom it could not be done', async () => {
    const run = async (deed: 'TAG' | 'UNTAG', name: string) => {
      const { id } = done(await reception.get(StartRegistrationRun).run(staff, { conferenceId, deed, tag: name, filter: {}, count: 3 }));
      await reception.get(CarryOnRun).run(id);
      return (await reception.get(RegistrationRuns).progressOf([id])).get(id);
    };
    expect(await run('TAG', 'Gala dinner')).toMatchObject({ total: 3, done: 2, refused: 1 });
    expect((await tagsOf()).map((tags) => tags.includes('Gala dinner'))).toEqual([true, true, false]);
    expect(await run('UNTAG', 'Gala dinner')).toMatchObject({ total: 3, done: 3, refused: 0 });
    expect((await tagsOf()).some((tags) => tags.includes('Gala dinner'))).toBe(false);
    expect(await reception.get(StartRegistrationRun).run(staff, { conferenceId, deed: 'TAG', filter: {} })).toMatchObject({ refused: 'input.invalid', data: { problems: [{ path: 'tag', code: 'required' }] } });
  });

  it('are found by the index of those that bear any', async () => {
    const plan = await reception.work.run(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      const parameters: unknown[] = [];
      const asked = await reception.get(RegistrationList).idsSql(tx.em, conferenceId, { tags: ['贵宾'] }, parameters);
      return tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked}`, parameters);
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('registration_tagged');
  });
});
