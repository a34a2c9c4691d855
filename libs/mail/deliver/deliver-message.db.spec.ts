import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import type { ConferenceId, MessageId } from '#kernel';
import { Postponed } from '#platform';
import { MailDesk } from './mail-desk.fixture.js';
import { sample, urgentSample } from './sample-letters.fixture.js';

describe('a letter', () => {
  let desk: MailDesk;
  beforeAll(async () => { desk = await MailDesk.open(); });
  afterAll(async () => { await desk.close(); });
  beforeEach(() => desk.clear());
  afterEach(() => { desk.mailbox.faults = () => undefined; });

  const state = async (id: MessageId): Promise<string> => (await desk.row(id)).state;

  it('is sent once though its job runs 20 times in parallel', async () => {
    const id = await desk.write(sample, 'one');
    await Promise.all(Array.from({ length: 20 }, (_, job) => desk.deliver.run(id, String(job)).catch(() => undefined)));
    expect(await desk.mails()).toHaveLength(1);
    expect(await desk.row(id)).toMatchObject({ state: 'SENT', phase: null, attempts: 1, subject: '您好，Ān 🙂', sendingBy: null });
    await desk.deliver.run(id, 'again');
    expect(await desk.mails()).toHaveLength(1);
  });

  it('is written once for what caused it, also by 10 transactions at once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => desk.write(sample, 'one')));
    expect(new Set(ids).size).toBe(1);
    expect(await desk.count()).toEqual({ messages: 1, jobs: 1 });
    await desk.write(urgentSample, 'one');
    await desk.write(sample, 'two');
    expect(await desk.count()).toEqual({ messages: 3, jobs: 3 });
  });

  it('leaves no row and no job where its transaction rolls back', async () => {
    await expect(desk.write(sample, 'one', { fail: true })).rejects.toThrow('rolled back');
    expect(await desk.count()).toEqual({ messages: 0, jobs: 0 });
  });

  it('arrives as one copy in the end where the line drops before its body', async () => {
    let drops = 2;
    desk.mailbox.faults = (to) => (to !== undefined && drops-- > 0 ? { kind: 'drop-before-data' } : undefined);
    const id = await desk.write(sample, 'one');
    await expect(desk.deliver.run(id, 'a')).rejects.toThrow(Postponed);
    expect(await desk.row(id)).toMatchObject({ state: 'DEFERRED', attempts: 1, phase: null });
    await expect(desk.deliver.run(id, 'a')).rejects.toThrow('not due yet');
    await desk.makeDue();
    await expect(desk.deliver.run(id, 'a')).rejects.toThrow(Postponed);
    await desk.makeDue();
    await desk.deliver.run(id, 'a');
    expect(await desk.mails()).toHaveLength(1);
    expect(await desk.row(id)).toMatchObject({ state: 'SENT', attempts: 3 });
  });

  it.each(['drop-after-data', 'drop-in-data'] as const)('is unclear and never sent again by itself after %s', async (kind) => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind });
    const id = await desk.write(sample, 'one');
    await desk.deliver.run(id, 'a');
    desk.mailbox.faults = () => undefined;
    await desk.makeDue();
    await Promise.all([desk.deliver.run(id, 'a'), desk.deliver.run(id, 'b'), desk.settleStranded.run()]);
    expect(await desk.row(id)).toMatchObject({ state: 'UNCLEAR', attempts: 1, sentAt: null });
    expect(await desk.mails()).toHaveLength(kind === 'drop-after-data' ? 1 : 0);
  });

  it('goes out once more under the same Message-ID where a person says that it did not arrive', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'drop-after-data' });
    const id = await desk.write(sample, 'one');
    await desk.deliver.run(id, 'a');
    desk.mailbox.faults = () => undefined;
    expect(await desk.settle(id, false)).toMatchObject({ id });
    expect(await desk.settle(id, false)).toMatchObject({ refused: 'message.not-unclear' });
    await desk.deliver.run(id, 'b');
    const mails = await desk.mails();
    expect(mails.map((mail) => mail.messageId)).toEqual([`<${id}@huiguan.example>`, `<${id}@huiguan.example>`]);
    expect(await state(id)).toBe('SENT');
  });

  it('counts as sent where a person says that it arrived', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'drop-after-data' });
    const id = await desk.write(sample, 'one');
    await desk.deliver.run(id, 'a');
    await desk.settle(id, true);
    expect(await desk.row(id)).toMatchObject({ state: 'SENT' });
    expect(await desk.settle(newId(), true)).toMatchObject({ refused: 'message.unknown' });
    expect((await desk.count()).jobs).toBe(1);
  });

  it('waits where the server asks to, fails where it is refused for good', async () => {
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'temporary' });
    const id = await desk.write(sample, 'one');
    await expect(desk.deliver.run(id, 'a')).rejects.toThrow(Postponed);
    expect(await desk.row(id)).toMatchObject({ state: 'DEFERRED', smtpAnswer: '451 try again later' });
    desk.mailbox.faults = () => undefined;
    await desk.makeDue();
    await desk.deliver.run(id, 'a');
    expect(await state(id)).toBe('SENT');
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'permanent' });
    const other = await desk.write(sample, 'two');
    await desk.deliver.run(other, 'b');
    expect(await desk.row(other)).toMatchObject({ state: 'FAILED', smtpAnswer: '550 no such mailbox' });
  });

  it('for signing in is simply sent again, as the same message', async () => {
    let drops = 1;
    desk.mailbox.faults = (to) => (to !== undefined && drops-- > 0 ? { kind: 'drop-after-data' } : undefined);
    const id = await desk.write(urgentSample, 'one');
    await expect(desk.deliver.run(id, 'a')).rejects.toThrow(Postponed);
    await desk.makeDue();
    await desk.deliver.run(id, 'a');
    const mails = await desk.mails();
    expect([mails.length, new Set(mails.map((mail) => mail.messageId)).size]).toEqual([2, 1]);
    expect(await state(id)).toBe('SENT');
  });

  it('of thirty that meet a server away: none is lost and none is doubled', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, (_, number) => desk.write(sample, String(number))));
    await desk.mailbox.goDown();
    for (let round = 0; round < 3; round += 1) {
      const ends = await Promise.allSettled(ids.map((id) => desk.deliver.run(id, id)));
      expect(ends.every((end) => end.status === 'rejected' && end.reason instanceof Postponed && end.reason.milliseconds <= 144_000)).toBe(true);
      await desk.makeDue();
    }
    await desk.mailbox.comeBack();
    desk.newOffice();
    await Promise.all(ids.map((id) => desk.deliver.run(id, id)));
    const mails = await desk.mails();
    expect([mails.length, new Set(mails.map((mail) => mail.messageId)).size]).toEqual([30, 30]);
    expect(await desk.states()).toEqual({ SENT: 30 });
  });

  it('of a worker that died: sent again where nothing had left, unclear where it had, at once when its job comes back', async () => {
    const [before, within, urgent] = await Promise.all([desk.write(sample, 'one'), desk.write(sample, 'two'), desk.write(urgentSample, 'three')]);
    await desk.strand(before, 'connect', 'a');
    await desk.strand(within, 'data', 'b');
    await desk.strand(urgent, 'data', 'c');
    // Another job's run leaves what is being sent alone.
    await desk.deliver.run(before, 'x');
    expect(await state(before)).toBe('SENDING');
    await Promise.all([desk.deliver.run(before, 'a'), desk.deliver.run(within, 'b'), desk.deliver.run(urgent, 'c')]);
    expect([await state(before), await state(within), await state(urgent)]).toEqual(['SENT', 'UNCLEAR', 'SENT']);
    expect(await desk.mails()).toHaveLength(2);
  });

  it('of a worker that died with its job lost is settled by the sweep', async () => {
    const [before, within, fresh] = await Promise.all([desk.write(sample, 'one'), desk.write(sample, 'two'), desk.write(sample, 'three')]);
    await desk.emptyOutbox();
    await desk.strand(before, 'connect', 'a', 10);
    await desk.strand(within, 'data', 'b', 10);
    await desk.strand(fresh, 'data', 'c', 1);
    expect(await desk.settleStranded.run()).toEqual({ again: 1, unclear: 1 });
    expect([await state(before), await state(within), await state(fresh)]).toEqual(['PENDING', 'UNCLEAR', 'SENDING']);
    expect((await desk.count()).jobs).toBe(1);
  });

  it('is not begun by a run that was given up while it waited for the server', async () => {
    const id = await desk.write(sample, 'one');
    desk.ledger.beforeData = () => desk.steal(id);
    await desk.deliver.run(id, 'a');
    expect(await desk.mails()).toHaveLength(0);
    expect(await desk.row(id)).toMatchObject({ state: 'SENDING', sendingBy: 'thief' });
  });

  it('needs its key and its compare-and-set: without them the same runs write and send it again (negative control)', async () => {
    await desk.withoutKey(async () => {
      await Promise.all([desk.write(sample, 'one'), desk.write(sample, 'one')]);
      expect(await desk.count()).toEqual({ messages: 2, jobs: 2 });
    });
    await desk.clear();
    const id = await desk.write(sample, 'one');
    desk.ledger.takesBlindly = true;
    await Promise.all(Array.from({ length: 5 }, (_, job) => desk.deliver.run(id, String(job)).catch(() => undefined)));
    expect((await desk.mails()).length).toBeGreaterThan(1);
  });

  it('that a release cannot print waits for one that can', async () => {
    const id = await desk.write(sample, 'one');
    await desk.rename(id, 'mail.of-a-newer-release');
    await expect(desk.deliver.run(id, 'a')).rejects.toThrow(Postponed);
    expect(await desk.row(id)).toMatchObject({ state: 'DEFERRED', smtpAnswer: 'not written: this release knows no letter mail.of-a-newer-release' });
    await desk.rename(id, 'mail.sample');
    await desk.makeDue();
    await desk.deliver.run(id, 'a');
    expect(await state(id)).toBe('SENT');
  });

  it('is given up after four days', async () => {
    const [refused, unprintable] = [await desk.write(sample, 'one'), await desk.write(sample, 'two')];
    await desk.rename(unprintable, 'mail.of-a-newer-release');
    await desk.age(5);
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'temporary' });
    await Promise.all([desk.deliver.run(refused, 'a'), desk.deliver.run(unprintable, 'b')]);
    expect(await desk.row(refused)).toMatchObject({ state: 'FAILED', smtpAnswer: 'given up after four days: 451 try again later' });
    expect(await state(unprintable)).toBe('FAILED');
  });

  it('may not carry a line break into a header', async () => {
    const conferenceId: ConferenceId = newId();
    for (const to of [{ email: 'a@example.org\r\nBcc: b@example.org', name: 'A' }, { email: 'a@example.org', name: 'A\nBcc: b@example.org' }]) {
      await expect(desk.write(sample, 'one', { to })).rejects.toThrow('line break');
    }
    await expect(desk.write(sample, 'one', { from: 'X\r\nSubject: y', conferenceId })).rejects.toThrow('line break');
    const id = await desk.write(sample, 'two', { props: { name: 'A\r\nBcc: b@example.org' } });
    await desk.deliver.run(id, 'a');
    expect(await desk.row(id)).toMatchObject({ state: 'FAILED', smtpAnswer: 'not written: Subject holds a line break or another control character' });
    expect(await desk.count()).toEqual({ messages: 1, jobs: 1 });
  });
});
