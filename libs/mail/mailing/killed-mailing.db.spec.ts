import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startEmbeddedDatabase } from '#platform';
import type { Fault } from '#testkit';
import { databaseOn } from '../../../test/faults/trial-bench.js';
import { BulkDesk } from './bulk-desk.fixture.js';

const LINES = 20;

/** A tenth of the lines drop, half of them before the letter, by a seed. */
function dropping(seed: number): (to: string | undefined) => Fault | undefined {
  let state = seed;
  return (to) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const draw = state / 2_147_483_648;
    if (to === undefined || draw >= 0.1) return undefined;
    return { kind: draw < 0.05 ? 'drop-before-data' : 'drop-after-data' };
  };
}

/** No letter twice, none lost: what arrived is sent or unclear, what is sent arrived, and all is final. */
async function reckon(desk: BulkDesk, count: number): Promise<{ unclear: number }> {
  const rows = await desk.database.source.query<{ message_id: string; state: string }[]>('SELECT message_id, state FROM message');
  const arrived = (await desk.mails()).map(({ messageId }) => messageId ?? '');
  const stateOf = new Map(rows.map((row) => [row.message_id, row.state]));
  expect(rows.length).toBe(count);
  expect(arrived.length).toBe(new Set(arrived).size);
  expect(rows.filter(({ state }) => state !== 'SENT' && state !== 'UNCLEAR')).toEqual([]);
  expect(arrived.filter((id) => stateOf.get(id) === undefined)).toEqual([]);
  const here = new Set(arrived);
  expect(rows.filter(({ state, message_id: id }) => state === 'SENT' && !here.has(id))).toEqual([]);
  expect((await desk.progress()).state).toBe('FINISHED');
  return { unclear: rows.filter(({ state }) => state === 'UNCLEAR').length };
}

async function toTheEnd(desk: BulkDesk): Promise<void> {
  for (let round = 0; round < 12 && (await desk.progress()).state === 'RUNNING'; round += 1) {
    await desk.run();
    await desk.makeDue();
  }
}

describe('a mailing whose workers are killed (SIGKILL)', () => {
  let desk: BulkDesk;
  beforeAll(async () => { desk = await BulkDesk.open(); });
  afterAll(async () => { await desk.close(); });
  beforeEach(() => desk.clear());

  it.each([1, 2])('with lines that drop before and after letters: none twice, none lost, one unclear a line at most (seed %i)', async (seed) => {
    const [count, kills] = [300, 4];
    await desk.add(count);
    const fault = dropping(seed);
    let dropped = 0;
    desk.mailbox.faults = (to) => {
      const drawn = fault(to);
      if (drawn?.kind === 'drop-after-data') dropped += 1;
      return drawn ?? (to === undefined ? undefined : { kind: 'slow', milliseconds: 30 });
    };
    for (let kill = 0; kill < kills; kill += 1) {
      const job = await desk.nextJob();
      if (job === undefined) break;
      const worker = spawn(process.execPath, [
        '--conditions=source', '--import', './test/faults/run-source.mjs', 'libs/mail/mailing/doomed-mailing.fixture.ts',
        desk.database.url, desk.mailbox.smtpUrl, job.mailingId, String(job.shift), job.id,
      ], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(worker.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 150 + 70 * ((kill * 3 + seed) % 5)));
      worker.kill('SIGKILL');
      if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
    }
    await toTheEnd(desk);
    const { unclear } = await reckon(desk, count);
    expect(unclear).toBeLessThanOrEqual(dropped + kills * LINES);
    // Four processes are started for it, one after the other.
  }, 300_000);

  it('is not sent twice where the job’s dead run is found by its successor, whose clock is ten minutes off', async () => {
    await desk.add(30);
    const job = (await desk.nextJob())!;
    await desk.database.source.query(
      "UPDATE message SET state = 'SENDING', phase = 'data', attempts = 1, sending_at = now(), sending_by = $1 WHERE id IN (SELECT id FROM message ORDER BY id LIMIT 3)", [`mailing ${job.id}`]);
    const [now, behind] = [Date.now, 10 * 60_000];
    Date.now = () => now() - behind;
    try {
      await desk.run();
    } finally {
      Date.now = now;
    }
    expect(await desk.progress()).toMatchObject({ state: 'FINISHED', counts: { SENT: 27, UNCLEAR: 3 } });
    expect(await desk.mails()).toHaveLength(27);
  });
});

describe('a mailing under a PostgreSQL that is stopped at once', () => {
  it('sends none twice and loses none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huiguan-mailing-'));
    const port = await freePort();
    let server = await startEmbeddedDatabase({ folder, port });
    const desk = await BulkDesk.open({}, await databaseOn(server.url));
    try {
      await desk.clear();
      desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'slow', milliseconds: 20 });
      await desk.add(300);
      const job = (await desk.nextJob())!;
      const run = desk.worker().send.run(job.mailingId, job.shift, job.id).catch(() => undefined);
      while ((await desk.mails()).length < 40) await new Promise((resolve) => setTimeout(resolve, 10));
      // SIGQUIT is PostgreSQL's immediate shutdown: every connection is cut, nothing is written any more.
      process.kill(Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGQUIT');
      await server.ended;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      server = await startEmbeddedDatabase({ folder, port });
      await run;
      await toTheEnd(desk);
      const { unclear } = await reckon(desk, 300);
      expect(unclear).toBeLessThanOrEqual(LINES);
    } finally {
      await desk.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
