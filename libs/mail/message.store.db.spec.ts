import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal, newId } from '#kernel';
import type { ConferenceId, MessageId, RegistrationId } from '#kernel';
import { MailDesk } from './deliver/mail-desk.fixture.js';
import { sample, urgentSample } from './deliver/sample-letters.fixture.js';
import { MessageStore } from './message.store.js';
import type { MessageFilter } from './message.store.js';

describe('the ledger as staff read it', () => {
  const [here, elsewhere]: ConferenceId[] = [newId(), newId()] as [ConferenceId, ConferenceId];
  const registrationId: RegistrationId = newId();
  let desk: MailDesk;
  let store: MessageStore;
  const written: MessageId[] = [];

  beforeAll(async () => {
    desk = await MailDesk.open();
    store = new MessageStore(desk.work);
    for (let number = 0; number < 7; number += 1) {
      const to = { email: `Delegate.${number}@example.org`, name: `Delegate ${number}` };
      const about = number === 3 ? { registrationId } : {};
      written.push(await desk.write(number < 5 ? sample : urgentSample, String(number), { conferenceId: here, to, locale: number === 0 ? 'en' : 'zh-Hans', ...about }));
    }
    await desk.write(sample, 'foreign', { conferenceId: elsewhere });
    await desk.write(sample, 'of no conference');
    await desk.deliver.run(written[1] as MessageId, 'job');
  });
  afterAll(async () => { await desk.close(); });

  const ids = async (filter: MessageFilter): Promise<MessageId[]> => {
    const page = await store.page(here, filter, { first: 50 });
    if (isRefusal(page)) throw new Error(page.refused);
    return page.items.map(({ node }) => node.id);
  };

  it('gives the letters of one conference, newest first, page by page', async () => {
    const seen: MessageId[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await store.page(here, {}, { first: 3, after });
      if (isRefusal(page)) throw new Error(page.refused);
      seen.push(...page.items.map(({ node }) => node.id));
      after = page.items.at(-1)?.cursor;
      if (!page.hasNextPage) break;
    }
    expect(seen).toEqual([...written].reverse());
    expect(await store.count(here, {})).toBe(7);
  });

  it('finds by state, kind, part of the address and registration', async () => {
    expect(await ids({ states: ['SENT'] })).toEqual([written[1]]);
    expect(await ids({ kinds: ['mail.urgent-sample'] })).toEqual([written[6], written[5]]);
    expect(await ids({ to: 'delegate.2@' })).toEqual([written[2]]);
    expect(await ids({ to: '%' })).toEqual([]);
    expect(await ids({ registrationId })).toEqual([written[3]]);
    expect(await ids({ states: [] })).toEqual([]);
    expect(await store.count(here, { kinds: ['mail.sample'], states: ['PENDING'] })).toBe(4);
  });

  it('counts by kind, language and state', async () => {
    expect(await store.figures(here)).toEqual([
      { kind: 'mail.sample', locale: 'en', state: 'PENDING', count: 1 },
      { kind: 'mail.sample', locale: 'zh-Hans', state: 'PENDING', count: 3 },
      { kind: 'mail.sample', locale: 'zh-Hans', state: 'SENT', count: 1 },
      { kind: 'mail.urgent-sample', locale: 'zh-Hans', state: 'PENDING', count: 2 },
    ]);
  });

  it.each(['', 'x', 'WyJhIl0', 'W251bGxd'])('refuses the foreign cursor %j', async (after) => {
    expect(await store.page(here, {}, { first: 3, after })).toMatchObject({ refused: 'cursor.malformed' });
  });

  it('tells of the letters about a registration once they left, and of no other', async () => {
    expect(await store.sentAbout([registrationId])).toEqual([]);
    await desk.deliver.run(written[3] as MessageId, 'job 3');
    const [letter, ...others] = await store.sentAbout([newId(), registrationId]);
    expect([letter?.id, letter?.registrationId, letter?.subject === '', letter?.sentAt instanceof Date, others]).toEqual([written[3], registrationId, false, true, []]);
    expect(await store.sentAbout([newId()])).toEqual([]);
  });
});
