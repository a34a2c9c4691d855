import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportContacts, MoveImport } from '#contacts';
import { systemActor } from '#identity';
import type { ContactImportId } from '#kernel';
import { startMailbox, startRedis } from '#testkit';
import type { TestMailbox, ThrowawayRedis } from '#testkit';
import { AddressBook, done } from '../../libs/contacts/testing/address-book.js';
import { RealWorkers, threeMinutesOn } from './real-workers.js';
import { ENGINES, until } from './trial-bench.js';

const ROWS = 12_000;
const LIST = ['姓名,英文姓名,Email,单位,Country', ...Array.from({ length: ROWS }, (_, n) => `王小明${n},Guest Number ${n},guest-${n}@example.org,重庆大学,${n % 2 === 0 ? '中国' : 'Nigeria'}`)].join('\n');

describe.each(ENGINES)('an import whose worker is killed (SIGKILL), with BullMQ on %s', (engine) => {
  let book: AddressBook;
  let mailbox: TestMailbox;
  let redis: ThrowawayRedis | undefined;
  let workers: RealWorkers;
  beforeAll(async () => {
    [book, mailbox, redis] = [await AddressBook.open(), await startMailbox(), engine === 'redis' ? await startRedis() : undefined];
    book.clock.moveTo(new Date());
    workers = new RealWorkers({ databaseUrl: book.database.url, smtpUrl: mailbox.smtpUrl, redisUrl: redis?.url, folder: book.folder });
  }, 60_000);
  afterAll(async () => {
    await workers.close();
    await redis?.stop();
    await mailbox.stop();
    await book.close();
  }, 60_000);

  const count = async (sql: string): Promise<number> => (await book.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n ?? 0;

  /** Has the work done by workers of which some die under it; `done` counts its rows so far. */
  async function carried(id: ContactImportId, state: string, rowsDone: () => Promise<number>): Promise<number> {
    const ended = async (): Promise<boolean> => (await book.again(id)).state === state;
    let killedWithin = 0;
    for (let deaths = 0; deaths < 2; deaths += 1) {
      const before = await rowsDone();
      const worker = workers.start();
      await until(async () => (await rowsDone()) > before || await ended(), 120_000, 'a worker to do a part');
      await workers.kill(worker);
      if (!(await ended())) killedWithin += 1;
      await threeMinutesOn((sql) => book.query(sql));
    }
    const last = workers.start();
    await until(ended, 240_000, `the import to be ${state}`);
    await workers.kill(last);
    await threeMinutesOn((sql) => book.query(sql));
    return killedWithin;
  }

  it('is tried, written and undone whole: no row twice, none left out', async () => {
    const fileId = await book.upload(LIST);
    const { id } = done(await book.get(ImportContacts).run(systemActor, { conferenceId: book.conference.id, fileId, wishes: {} }));
    const deaths = [await carried(id, 'CHECKED', () => count('contact_import_row'))];
    expect((await book.again(id)).counts.checked).toMatchObject({ rows: ROWS, new: ROWS, rejected: 0 });
    done(await book.get(MoveImport).apply(systemActor, id));
    deaths.push(await carried(id, 'APPLIED', () => count('contact')));
    expect((await book.again(id)).counts.applied).toMatchObject({ rows: ROWS, new: ROWS, updated: 0 });
    expect([await count('contact'), await count('(SELECT DISTINCT address_key FROM contact) k')]).toEqual([ROWS, ROWS]);
    done(await book.get(MoveImport).undo(systemActor, id));
    deaths.push(await carried(id, 'UNDONE', () => count('contact_import_row WHERE undone_at IS NOT NULL')));
    expect(await count('contact')).toBe(0);
    expect(deaths.every((times) => times > 0)).toBe(true);
  }, 600_000);
});
