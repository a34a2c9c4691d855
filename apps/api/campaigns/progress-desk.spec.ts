import { setTimeout as pause } from 'node:timers/promises';
import type { Campaign } from '#campaigns';
import { newId } from '#kernel';
import type { MailingProgress, Mailings } from '#mail';
import type { UnitOfWork } from '#platform';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ProgressDesk } from './progress-desk.js';

const COUNTING_MS = 20;
type Asked = Pick<Campaign, 'id' | 'state' | 'recipients'>;
const campaign = (state: Campaign['state'], recipients: number): Asked => ({ id: newId<'Campaign'>(), state, recipients });

describe('how a campaign fares', () => {
  let counts = 0;
  let isAway = false;
  let desk: ProgressDesk;
  const settled = async (asked: Asked): Promise<number | undefined> => (await desk.of(asked))?.settled;

  beforeEach(() => {
    counts = 0;
    isAway = false;
    const mailings: Pick<Mailings, 'progress'> = {
      progress: async () => {
        counts += 1;
        await pause(COUNTING_MS);
        if (isAway) throw new Error('the database is away');
        return { counts: { SENT: counts } } as MailingProgress;
      },
    };
    desk = new ProgressDesk({} as UnitOfWork, mailings as Mailings);
  });

  it('is counted once for all who look at a large one that runs, and again when that was a while ago', async () => {
    const large = campaign('RUNNING', 200_000);
    expect(await Promise.all(Array.from({ length: 9 }, () => settled(large)))).toEqual(Array.from({ length: 9 }, () => 1));
    expect([await settled(large), counts]).toEqual([1, 1]);
    while (counts < 2) {
      await pause(COUNTING_MS);
      await settled(large);
    }
    expect(await settled(campaign('RUNNING', 200_000))).toBe(3);
  });

  it('is counted each time where that is quick, and where nothing goes on', async () => {
    for (const asked of [campaign('RUNNING', 600), campaign('PAUSED', 200_000), campaign('FINISHED', 200_000)]) {
      counts = 0;
      expect([await settled(asked), await settled(asked)]).toEqual([1, 2]);
    }
  });

  it('is told anew when it ends or is paused, whatever was counted a moment ago', async () => {
    const large = campaign('RUNNING', 200_000);
    expect([await settled(large), await settled({ ...large, state: 'PAUSED' }), await settled({ ...large, state: 'RUNNING' })]).toEqual([1, 2, 3]);
  });

  it('is not kept where counting failed', async () => {
    const large = campaign('RUNNING', 200_000);
    isAway = true;
    await expect(settled(large)).rejects.toThrow('away');
    isAway = false;
    expect(await settled(large)).toBe(2);
  });
});
