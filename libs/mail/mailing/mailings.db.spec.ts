import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { ConferenceId, MailingId } from '#kernel';
import { settingsFrom } from '#platform';
import { throwawayDatabase } from '#testkit';
import type { ThrowawayDatabase } from '#testkit';
import { Message } from '../message.entity.js';
import { Suppressions } from '../suppression/suppressions.js';
import { Mailings } from './mailings.js';
import type { Recipient } from './mailings.js';
import { conferenceRow, planOf } from './mailing.fixture.js';

const recipient = (key: string, email = `${key}@example.org`): Recipient => ({ key, to: { email, name: 'Ān 安' }, locale: 'zh-Hans', props: { key } });

describe('a mailing', () => {
  let database: ThrowawayDatabase;
  let conferenceId: ConferenceId;
  let id: MailingId;
  const mailings = new Mailings(settingsFrom({ DATABASE_URL: 'postgres://x', SMTP_URL: 'smtp://x', SECRET_KEY: 'k'.repeat(32), MAIL_FROM: 'a@huiguan.example' }));
  const suppressions = new Suppressions();

  beforeAll(async () => {
    database = await throwawayDatabase([Message]);
    conferenceId = await conferenceRow(database.source);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.source.query('TRUNCATE message, mailing, suppression, outbox CASCADE');
    id = newId();
    await database.work.run((tx) => mailings.open(tx, planOf(id, conferenceId)));
  });

  const add = (...recipients: readonly Recipient[]) => database.work.run((tx) => mailings.add(tx, id, recipients));
  const jobs = async (): Promise<number> => (await database.source.query<unknown[]>('SELECT 1 FROM outbox')).length;
  const progress = async () => (await mailings.progress(database.work.reader, id))!;

  it('has each recipient once, however often it is added, also by many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => add(recipient('a'), recipient('b'))));
    expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(2);
    expect(await add(recipient('a', 'other@example.org'))).toEqual({ added: 0, suppressed: 0 });
    expect(await progress()).toMatchObject({ state: 'RUNNING', counts: { PENDING: 2 }, total: 2, ratePerMinute: null, finishedAt: null });
  });

  it('would have it twice without the ledger’s key', async () => {
    await database.source.query('ALTER INDEX message_once RENAME TO message_once_away');
    await database.source.query('CREATE TABLE kept AS SELECT pg_get_indexdef(\'message_once_away\'::regclass) AS definition');
    await database.source.query('DROP INDEX message_once_away');
    await add(recipient('a'));
    await add(recipient('a'));
    expect((await progress()).total).toBe(2);
    await database.source.query('TRUNCATE message CASCADE');
    const [kept] = await database.source.query<{ definition: string }[]>('SELECT definition FROM kept');
    await database.source.query((kept?.definition ?? '').replace('message_once_away', 'message_once'));
    await database.source.query('DROP TABLE kept');
  });

  it('leaves out whom nobody, or this conference, may write to; and says why', async () => {
    const other = await conferenceRow(database.source, 'other');
    await database.work.run(async (tx) => {
      await suppressions.add(tx, null, [{ address: 'Dead@Example.ORG', reason: 'HARD_BOUNCE' }]);
      await suppressions.add(tx, conferenceId, [{ address: 'tired@example.org', reason: 'UNSUBSCRIBED' }]);
      await suppressions.add(tx, other, [{ address: 'elsewhere@example.org', reason: 'UNSUBSCRIBED' }]);
    });
    expect(await add(recipient('dead'), recipient('tired'), recipient('elsewhere'))).toEqual({ added: 3, suppressed: 2 });
    const rows = await database.source.query('SELECT to_address, state, smtp_answer FROM message ORDER BY to_address');
    expect(rows).toEqual([
      { to_address: 'dead@example.org', state: 'SUPPRESSED', smtp_answer: 'HARD_BOUNCE' },
      { to_address: 'elsewhere@example.org', state: 'PENDING', smtp_answer: null },
      { to_address: 'tired@example.org', state: 'SUPPRESSED', smtp_answer: 'UNSUBSCRIBED' },
    ]);
  });

  it('keeps what no server could take out of the way of the others', async () => {
    await add(recipient('a'), { ...recipient('b'), to: { email: 'b@example.org', name: 'B\r\nBcc: all@example.org' } }, recipient('c', 'nowhere'));
    expect((await progress()).counts).toEqual({ PENDING: 1, FAILED: 2 });
  });

  it('is begun once, though recipients come in parts', async () => {
    await add(recipient('a'));
    await database.source.query('UPDATE mailing SET seen_at = now()');
    await add(recipient('b'));
    expect(await jobs()).toBe(1);
    await database.source.query("UPDATE mailing SET seen_at = now() - interval '1 minute'");
    await add(recipient('c'));
    expect(await jobs()).toBe(2);
  });

  it('is paused, resumed and cancelled, and nothing else once it has ended', async () => {
    const moves = ['pause', 'pause', 'resume', 'resume', 'cancel', 'cancel', 'resume'] as const;
    const seen: unknown[] = [];
    for (const move of moves) {
      const outcome = await database.work.run((tx) => mailings[move](tx, id));
      seen.push(typeof outcome === 'string' ? outcome : outcome.refused);
    }
    const wrong = 'mailing.wrong-state';
    expect(seen).toEqual(['PAUSED', wrong, 'RUNNING', wrong, 'CANCELLED', wrong, wrong]);
    expect(await database.work.run((tx) => mailings.pause(tx, newId()))).toMatchObject({ refused: 'mailing.unknown' });
    await add(recipient('late'));
    expect((await progress()).counts).toEqual({ CANCELLED: 1 });
  });
});
