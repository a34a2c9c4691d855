import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import fc from 'fast-check';
import pg from 'pg';
import type { RegisterDelegateInput, RegistrationRef } from './register-delegate.js';
import { RegisterDelegate } from './register-delegate.js';
import { Registration } from './registration.entity.js';
import { detailsOf, Reception } from './testing/reception.js';

let reception: Reception;
let run = 0;
beforeAll(async () => { reception = await Reception.open({ connections: 8 }); });
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
});

/** One press of the button: whose, with which name, in which category, with what wrong, under which key. */
interface Press {
  readonly who: number;
  readonly name: number;
  readonly category: 'delegate' | 'reviewed' | 'closed' | 'unknown';
  readonly flaw: 'none' | 'no-consent' | 'nobody' | 'nul' | 'document';
  readonly key: number | null;
  readonly joinLine: boolean;
}

const press: fc.Arbitrary<Press> = fc.record({
  who: fc.nat(9), name: fc.nat(2),
  category: fc.constantFrom('delegate', 'delegate', 'delegate', 'reviewed', 'closed', 'unknown'),
  flaw: fc.constantFrom('none', 'none', 'none', 'none', 'no-consent', 'nobody', 'nul', 'document'),
  key: fc.option(fc.nat(4)), joinLine: fc.boolean(),
});

interface Scene {
  readonly conferenceId: ConferenceId;
  readonly actors: readonly Actor[];
}

/** A conference of its own, with few places. */
async function scene(places: number, line: number, persons: number): Promise<Scene> {
  run += 1;
  const { id: conferenceId } = await reception.conference({ personsPerAccount: persons });
  await reception.category(conferenceId, { capacity: places, waitlistLimit: line });
  await reception.category(conferenceId, { key: 'reviewed', capacity: places, waitlistLimit: line, needsApproval: true });
  await reception.category(conferenceId, { key: 'closed', closesAt: new Date('2026-03-01T08:00:00Z') });
  const actors: Actor[] = [];
  for (let n = 0; n < 10; n += 1) actors.push(await reception.signedIn(`presser-${run}-${n}@example.org`));
  return { conferenceId, actors };
}

function inputOf({ conferenceId }: Scene, { name, category, flaw, joinLine, who }: Press): RegisterDelegateInput {
  const family = flaw === 'nul' ? 'Li\u0000n' : flaw === 'nobody' ? '' : 'Okafor';
  const document = flaw === 'document' ? { travelDocument: { kind: 'PASSPORT' as const, number: `E12345${who}0`, issuedBy: 'NG' } } : {};
  return { conferenceId, category, joinLine, details: { ...detailsOf(family, `Guest ${name}`), ...(flaw === 'no-consent' ? { consents: [] } : {}), ...document } };
}

/** What an answer says, without the ids that no two runs share. */
function verdictOf(answer: RegistrationRef | Refusal): unknown {
  if (!isRefusal(answer)) return 'ok';
  const { registrationId, ...data } = answer.data;
  return { refused: answer.refused, data, names: registrationId !== undefined };
}

/** What is in the database of a conference, by what people would see of it. */
async function written({ conferenceId }: Scene): Promise<unknown> {
  return reception.query(`
    SELECT r.state, r.sort_name, r.search_text IS NOT NULL AS found, split_part(r.email, '-', 3) AS who, c.key, r.version, r.submitted_at IS NOT NULL AS submitted, r.consents -> 0 ->> 'key' AS consent,
      (SELECT string_agg(coalesce(t.from_state, '') || '>' || t.to_state || ' ' || t.mover || ' ' || (t.account_id = r.account_id), ',' ORDER BY t.id) FROM registration_transition t WHERE t.registration_id = r.id) AS history,
      (SELECT string_agg(m.kind || ' ' || m.to_name || ' ' || m.locale || ' ' || (m.props ->> 'latinName'), ',' ORDER BY m.id) FROM message m WHERE m.registration_id = r.id) AS letters,
      (SELECT count(*)::int FROM person_account a WHERE a.person_id = r.person_id AND a.account_id = r.account_id) AS managed,
      (SELECT count(*)::int FROM outbox o WHERE o.payload ->> 'registrationId' = r.id::text) AS facts,
      (SELECT state FROM place p WHERE p.holder_id = r.id) AS place
    FROM registration r JOIN category c ON c.id = r.category_id WHERE r.conference_id = $1 ORDER BY c.key, who, r.sort_name, r.state`, [conferenceId]);
}

describe('a crowd that shares transactions', () => {
  it('gets the verdicts, and leaves behind what the verb alone would leave, whatever it asks for one after the other', async () => {
    const verb = reception.get(RegisterDelegate);
    await fc.assert(fc.asyncProperty(fc.array(press, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 6 }), fc.nat(2), async (presses, places, line) => {
      const [one, other] = [await scene(places, line, 2), await scene(places, line, 2)];
      const verdicts: unknown[][] = [[], []];
      for (const each of presses) {
        const key = each.key === null ? undefined : `key-${each.who}-${each.key}`;
        verdicts[0]?.push(verdictOf(await verb.run(one.actors[each.who]!, inputOf(one, each), key)));
        verdicts[1]?.push(verdictOf(await verb.alone(other.actors[each.who]!, inputOf(other, each), key)));
      }
      expect(verdicts[0]).toEqual(verdicts[1]);
      expect(await written(one)).toEqual(await written(other));
    }), { numRuns: 12 });
  }, 120_000);

  it('gets as many places as there are, and each of one key the same answer, when all press at once', async () => {
    const verb = reception.get(RegisterDelegate);
    await fc.assert(fc.asyncProperty(fc.array(press, { minLength: 10, maxLength: 40 }), fc.integer({ min: 1, max: 6 }), fc.nat(2), async (presses, places, line) => {
      const stage = await scene(places, line, 2);
      const answers = await Promise.all(presses.map((each) => verb.run(stage.actors[each.who]!, inputOf(stage, each), each.key === null ? undefined : `key-${each.who}-${each.key}`)));
      const [row] = await reception.query<{ n: number }>("SELECT count(*)::int AS n FROM registration WHERE conference_id = $1", [stage.conferenceId]);
      const made = new Set(answers.flatMap((answer) => (isRefusal(answer) ? [] : [answer.registrationId])));
      expect(made.size).toBe(row?.n);
      expect(await reception.broken()).toEqual([]);
      const byKey = Map.groupBy(presses.map((each, at) => ({ each, answer: answers[at]! })), ({ each }) => `${each.who} ${each.key ?? Math.random()} ${JSON.stringify(inputOf(stage, each))}`);
      for (const same of byKey.values()) expect(new Set(same.flatMap(({ answer }) => (isRefusal(answer) ? [] : [answer.registrationId]))).size).toBeLessThanOrEqual(1);
    }), { numRuns: 15 });
  }, 120_000);

  it('hands over the registration as it lies in the database', async () => {
    const stage = await scene(10, 0, 2);
    const answers = await Promise.all(stage.actors.slice(0, 3).map((actor) => reception.get(RegisterDelegate).run(actor, inputOf(stage, PLAIN(0)))));
    for (const answer of answers) {
      if (isRefusal(answer)) throw new Error(answer.refused);
      expect(answer.registration).toBeDefined();
      expect(answer.registration).toEqual(await reception.get(UnitOfWork).reader.findOneBy(Registration, { id: answer.registrationId }));
    }
  });

  /** What the database is asked while `some` register at once. */
  const asked = async (stage: Scene, some: readonly Actor[], name: number): Promise<string[]> => {
    const { submit } = pg.Query.prototype;
    const texts: string[] = [];
    pg.Query.prototype.submit = function counted(connection): void {
      texts.push(String(Reflect.get(this, 'text')));
      submit.call(this, connection);
    };
    const answers = await Promise.all(some.map((actor) => reception.get(RegisterDelegate).run(actor, inputOf(stage, PLAIN(name)), undefined)));
    pg.Query.prototype.submit = submit;
    expect(answers.filter(isRefusal)).toEqual([]);
    return texts;
  };

  it('asks no statement for each of those who come together', async () => {
    const stage = await scene(100, 0, 5);
    await asked(stage, stage.actors.slice(0, 3), 2);
    const [ten, three] = [await asked(stage, stage.actors, 0), await asked(stage, stage.actors.slice(0, 3), 1)];
    expect(three.length).toBeGreaterThan(15);
    expect(ten.length - three.length).toBeLessThan(stage.actors.slice(3).length);
  });

  it('locks the rows at which all meet, the pool and then the counts, after all else is written', async () => {
    const stage = await scene(100, 0, 5);
    const texts = await asked(stage, stage.actors.slice(0, 3), 0);
    const at = (some: RegExp): number => texts.findIndex((text) => some.test(text));
    const order = [/INSERT INTO registration \(|INSERT INTO "?registration"?[ (]/, /INSERT INTO message/, /INSERT INTO outbox/, /FROM pool .*FOR NO KEY UPDATE/s, /UPDATE pool/, /INSERT INTO registration_count/, /^COMMIT/];
    const places = order.map(at);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

const PLAIN = (name: number): Press => ({ who: 0, name, category: 'delegate', flaw: 'none', key: null, joinLine: false });
