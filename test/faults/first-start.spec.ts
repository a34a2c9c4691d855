import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { House, startHouse } from '#testkit';
import pg from 'pg';

const LONG = 300_000;
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

/** A first start that is killed, launcher and children alike, as soon as a table has so many rows. */
async function cutOff(folder: string, table: string, rows: number): Promise<void> {
  const house = await House.open({ folder, without: ['web'] });
  closing.push(() => house.close());
  const { databaseUrl, processes } = await house.ready();
  const client = new pg.Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  for (let found = 0; found < rows; await pause(1)) {
    found = (await client.query<{ found: number }>(`SELECT count(*)::int AS found FROM ${table}`)).rows[0]?.found ?? 0;
  }
  house.signal('SIGKILL');
  for (const pid of Object.values(processes)) process.kill(pid, 'SIGKILL');
  await client.end().catch(() => undefined);
  await house.ended();
}

describe('a first start that is cut off while it makes the first conference', () => {
  it('is made good by the next start, with that conference and no other, though each of three is cut off further on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiguan-first-'));
    closing.push(async () => { rmSync(folder, { recursive: true, force: true }); await Promise.resolve(); });
    const mark = join(folder, 'first-conference-due');
    const plans: { slug: string; startsOn: string }[] = [];
    for (const [table, rows] of [['series', 1], ['session', 5], ['departure', 12]] as const) {
      await cutOff(folder, table, rows);
      plans.push(JSON.parse(readFileSync(mark, 'utf8')) as { slug: string; startsOn: string });
    }
    const [planned] = plans;
    if (planned === undefined) throw new Error('nothing was planned');
    expect(plans).toEqual([planned, planned, planned]);

    const { house, running } = await startHouse({ folder, without: ['web'] });
    closing.push(() => house.close());
    while (!house.said.includes('Huiguan is ready')) await pause(100);
    expect(house.said).not.toContain('could not be made');
    const client = new pg.Client(running.databaseUrl);
    await client.connect();
    const { rows: found } = await client.query(`
      SELECT c.slug, c.state, c.starts_on::text AS "startsOn", c.host_region AS host,
        (SELECT count(*)::int FROM series) AS series, (SELECT count(*)::int FROM category WHERE conference_id = c.id) AS categories,
        (SELECT count(*)::int FROM forum WHERE conference_id = c.id) AS forums, (SELECT count(*)::int FROM session WHERE conference_id = c.id) AS sessions,
        (SELECT count(*)::int FROM departure WHERE conference_id = c.id) AS departures
      FROM conference c`);
    await client.end();
    expect(found).toEqual([{ slug: planned.slug, startsOn: planned.startsOn, state: 'OPEN', host: 'Chongqing', series: 1, categories: 3, forums: 10, sessions: 16, departures: 20 }]);
    expect(existsSync(mark)).toBe(false);
  }, LONG);
});
