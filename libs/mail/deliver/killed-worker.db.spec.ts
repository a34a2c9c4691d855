import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { MessageId } from '#kernel';
import { MailDesk } from './mail-desk.fixture.js';
import { sample, urgentSample } from './sample-letters.fixture.js';

describe('a worker killed (SIGKILL) with a letter in its hands', () => {
  let desk: MailDesk;
  beforeAll(async () => { desk = await MailDesk.open(); });
  afterAll(async () => { await desk.close(); });
  beforeEach(() => desk.clear());

  it('before the letter began to flow: it goes out once, when its job comes back', async () => {
    const id = await desk.write(sample, 'one');
    await killWhen(id, 'before-data', async (output) => { await once(output, 'data'); });
    expect(await desk.row(id)).toMatchObject({ state: 'SENDING', phase: 'connect' });
    await desk.deliver.run(id, 'job-1');
    expect(await desk.row(id)).toMatchObject({ state: 'SENT', attempts: 2 });
    expect(await desk.mails()).toHaveLength(1);
  });

  it.each([
    ['between the letter and the answer: it is unclear, and not sent again', sample, 'UNCLEAR', 1],
    ['between the letter and the answer: a sign-in link is sent again as the same message', urgentSample, 'SENT', 2],
  ] as const)('%s', async (_title, letter, state, copies) => {
    const id = await desk.write(letter, 'one');
    desk.mailbox.faults = (to) => (to === undefined ? undefined : { kind: 'slow', milliseconds: 5_000 });
    await killWhen(id, 'sending', async () => {
      while ((await desk.mails()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    desk.mailbox.faults = () => undefined;
    expect(await desk.row(id)).toMatchObject({ state: 'SENDING', phase: 'data' });
    await desk.deliver.run(id, 'job-1');
    expect((await desk.row(id)).state).toBe(state);
    const mails = await desk.mails();
    expect([mails.length, new Set(mails.map((mail) => mail.messageId)).size]).toEqual([copies, 1]);
  });

  async function killWhen(id: MessageId, where: 'before-data' | 'sending', moment: (output: NodeJS.ReadableStream) => Promise<unknown>): Promise<void> {
    const { database, smtp } = desk.urls;
    const worker = spawn(process.execPath, [
      '--conditions=source', '--import', './test/faults/run-source.mjs', 'libs/mail/deliver/doomed-worker.fixture.ts', database, smtp, id, where,
    ], { stdio: ['ignore', 'pipe', 'inherit'] });
    await moment(worker.stdout);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
});
