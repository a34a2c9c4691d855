import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { startMailbox } from '#testkit';
import { RealWorkers, threeMinutesOn } from '../../../test/faults/real-workers.js';
import { detailsOf, done, Reception } from '../testing/reception.js';
import { RegistrationRuns } from './runs.js';
import { StartRegistrationRun } from './start-run.js';

const PEOPLE = 60;

describe('a decision over many registrations whose worker is killed (SIGKILL)', () => {
  let reception: Reception;
  let mailbox: Awaited<ReturnType<typeof startMailbox>>;
  let workers: RealWorkers;
  beforeAll(async () => {
    [reception, mailbox] = [await Reception.open(), await startMailbox()];
    workers = new RealWorkers({ databaseUrl: reception.database.url, smtpUrl: mailbox.smtpUrl });
  });
  afterAll(async () => {
    await workers.close();
    await mailbox.stop();
    await reception.close();
  });

  it('goes on behind the last: each is decided once and gets one letter', async () => {
    const { id: conferenceId } = await reception.conference({ personsPerAccount: 500 });
    await reception.category(conferenceId, { needsApproval: true });
    const delegate = await reception.signedIn('killed@example.org');
    for (let n = 0; n < PEOPLE; n += 1) await reception.registered(delegate, { conferenceId, details: detailsOf('Killed', `Nr ${n}`) });
    const staff = await reception.signedIn('desk@example.org', [{ role: 'REGISTRATION_DESK', scopeKind: 'CONFERENCE', scopeId: conferenceId }]);
    await reception.query("INSERT INTO role_grant (id, account_id, role, scope_kind, scope_id, granted_by, created_at) VALUES ($1, $2, 'REGISTRATION_DESK', 'CONFERENCE', $3, 'system', now())", [newId(), staff.accountId, conferenceId]);
    const { id } = done(await reception.get(StartRegistrationRun).run(staff, { conferenceId, deed: 'APPROVE', filter: { states: ['IN_REVIEW'] } }));
    const decided = async (): Promise<number> => (await reception.get(RegistrationRuns).progressOf([id])).get(id)?.done ?? 0;
    const until = async (count: number): Promise<number> => {
      for (const end = Date.now() + 60_000; Date.now() < end && await decided() < count;) await pause(5);
      return decided();
    };
    // Every second registration is slow, so that there is a middle to be killed in.
    await reception.query("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END $$");
    await reception.query('CREATE TRIGGER slow BEFORE INSERT ON registration_run_outcome FOR EACH ROW EXECUTE FUNCTION slow()');
    const before: number[] = [];
    for (const count of [8, 25]) {
      const worker = workers.start();
      before.push(await until(count));
      await workers.kill(worker);
      await threeMinutesOn((sql) => reception.query(sql));
    }
    expect(before.every((count) => count > 0 && count < PEOPLE)).toBe(true);
    workers.start();
    expect(await until(PEOPLE)).toBe(PEOPLE);
    expect(await reception.query("SELECT count(*)::int AS n, count(DISTINCT registration_id)::int AS people FROM registration_transition WHERE to_state = 'CONFIRMED'")).toEqual([{ n: PEOPLE, people: PEOPLE }]);
    expect(await reception.query("SELECT count(*)::int AS n FROM message WHERE kind = 'registration.confirmed'")).toEqual([{ n: PEOPLE }]);
    expect(await reception.broken()).toEqual([]);
  }, 180_000);
});
