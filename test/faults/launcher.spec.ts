import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '#platform';
import { House, startHouse } from '#testkit';

const ONLY_MAILBOX = ['api', 'worker', 'web'] as const;

/** Two systems, one after the other, each with a PostgreSQL of its own: seconds here, half a minute on a machine that does other work too. */
const TWO_STARTS_MS = 120_000;
const COMES_TO_PASS_MS = 45_000;

const houses: House[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(folder?: string) {
  const started = await startHouse({ without: ONLY_MAILBOX, ...(folder === undefined ? {} : { folder }) });
  houses.push(started.house);
  return started;
}

/** Starts one that is expected to give up, and gives its exit code and what it said. */
async function refused(environment: Readonly<Record<string, string>>, folder?: string): Promise<{ code: number | null; said: string; house: House }> {
  const house = await House.open({ without: ONLY_MAILBOX, environment, ...(folder === undefined ? {} : { folder }) });
  houses.push(house);
  const code = await house.ended();
  return { code, said: house.said.trim(), house };
}

function keptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiguan-kept-'));
  folders.push(folder);
  return folder;
}

const isAlive = (pid: number | undefined): boolean => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + COMES_TO_PASS_MS; !(await holds());) {
    if (Date.now() > end) throw new Error(`it did not come to pass within ${COMES_TO_PASS_MS / 1_000} s`);
    await pause(50);
  }
}

const answers = (url: string): Promise<boolean> => fetch(url).then((answer) => answer.ok, () => false);

describe('the launcher', () => {
  it('starts what is embedded, and stops all of it on Ctrl-C', async () => {
    const { house, running } = await start();
    expect(running).toMatchObject({ ready: true, adminEmail: 'organiser@example.org' });
    expect(await answers(`${running.mailboxUrl}/readyz`)).toBe(true);
    expect(house.said).toContain('Huiguan is ready');
    house.signal('SIGINT');
    expect(await house.ended()).toBe(130);
    expect(isAlive(running.processes['mailbox'])).toBe(false);
    expect(house.running()).toBeUndefined();
  });

  it('starts a child that dies again, and says so', async () => {
    const { house, running } = await start();
    const first = running.processes['mailbox'];
    process.kill(first ?? 0, 'SIGKILL');
    await until(() => (house.running()?.processes['mailbox'] ?? first) !== first);
    await until(() => answers(`${running.mailboxUrl}/readyz`));
    expect(house.said).toContain('mailbox died (SIGKILL); it is started again in 0.5 s');
  }, TWO_STARTS_MS);

  it('refuses a second instance on the same data in one sentence', async () => {
    const { house } = await start(keptFolder());
    const second = await refused({}, house.folder);
    expect(second).toMatchObject({ code: 1, said: `Huiguan already runs on ${house.folder} (process ${house.running()?.launcher}): stop that one, or choose another DATA_DIR.` });
    expect(house.running()?.ready).toBe(true);
  }, TWO_STARTS_MS);

  it('leaves nothing behind when it is killed, and starts again on the same data', async () => {
    const { house, running } = await start(keptFolder());
    house.signal('SIGKILL');
    await house.ended();
    await until(() => !isAlive(running.processes['mailbox']));
    const again = await start(house.folder);
    expect(again.running.adminToken).toBe(running.adminToken);
    expect(again.house.said).not.toContain('migrations applied');
  }, TWO_STARTS_MS);

  it('says which port is taken, and starts nothing', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { code, said, house } = await refused({ MAILBOX_PORT: String(port) });
    other.close();
    expect({ code, said }).toEqual({ code: 1, said: `Port ${port} is taken by another program: stop that one, or set MAILBOX_PORT to a free port.` });
    expect(house.running()).toBeUndefined();
  });

  it.each([
    [{ PORT: 'three thousand' }, 'A setting is wrong. PORT: must be a whole number from 1 to 65535.'],
    [{ SECRET_KEY: 'short' }, 'A setting is wrong. SECRET_KEY: must have at least 32 characters.'],
    [{ NODE_ENV: 'production' }, 'SECRET_KEY is not set: with NODE_ENV=production it must be given.'],
    [{ REDIS_URL: 'localhost' }, 'A setting is wrong. REDIS_URL: must be a URL that begins with redis:// or rediss://.'],
  ])('says what is wrong with %j', async (environment, sentence) => {
    expect(await refused(environment)).toMatchObject({ code: 1, said: sentence });
  });

  it('starts nothing embedded where a database and a mail server are given', async () => {
    const nobody = await freePort();
    const { code, said } = await refused({ DATABASE_URL: `postgresql://huiguan@127.0.0.1:${nobody}/huiguan`, SMTP_URL: 'smtp://127.0.0.1:2525' });
    expect(code).toBe(1);
    expect(said).toContain(`ECONNREFUSED 127.0.0.1:${nobody}`);
  });
});
