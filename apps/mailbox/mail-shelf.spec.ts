import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { MailShelf } from './mail-shelf.js';

it('shows mails in the order of their numbers, so that who asks for newer ones misses none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huiguan-shelf-'));
  const shelf = await MailShelf.open(folder);
  const source = (letters: number): Buffer => Buffer.from(`Subject: hello\r\n\r\n${'a line of text\r\n'.repeat(letters)}`);
  const gaps: number[][] = [];
  const put = async (letters: number): Promise<void> => {
    await shelf.put({ from: 'desk@example.org', to: ['ada@example.org'] }, source(letters), new Date());
    const ids = shelf.find({}).map(({ id }) => id);
    if (ids.some((id, index) => id !== index + 1)) gaps.push(ids);
  };
  await Promise.all([put(20_000), put(1), put(1), put(10_000), put(1)]);
  expect({ gaps, shown: shelf.find({}).length }).toEqual({ gaps: [], shown: 5 });
  await rm(folder, { recursive: true });
});
