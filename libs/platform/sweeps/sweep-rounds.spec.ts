import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { silentLog } from '../log/log.js';
import { SweepRounds } from './sweep-rounds.js';
import { Sweep } from './sweep.js';
import type { Sweeper } from './sweep.js';

@Sweep({ name: 'expire holds', everyMs: 5 })
class ExpireHolds implements Sweeper {
  runs = 0;
  atOnce = 0;
  most = 0;

  async sweep(): Promise<void> {
    this.runs += 1;
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    await sleep(15);
    this.atOnce -= 1;
    if (this.runs === 1) throw new Error('the database is away');
  }
}

@Sweep({ name: 'expire holds', everyMs: 5 })
class ExpireAgain extends ExpireHolds {}

describe('sweep rounds', () => {
  it('runs a sweep again and again, one at a time, also after it threw', async () => {
    const holds = new ExpireHolds();
    const rounds = new SweepRounds([new Date(), holds], silentLog);
    rounds.start();
    while (holds.runs < 3) await sleep(5);
    await rounds.stop();
    expect(holds.most).toBe(1);
  });

  it('waits at its end for the sweep under way, and begins no other', async () => {
    const holds = new ExpireHolds();
    const rounds = new SweepRounds([holds], silentLog);
    rounds.start();
    await rounds.stop();
    const { runs, atOnce } = holds;
    await sleep(40);
    expect([runs, atOnce, holds.runs]).toEqual([1, 0, 1]);
  });

  it('refuses two sweeps of one name', () => {
    expect(() => new SweepRounds([new ExpireHolds(), new ExpireAgain()], silentLog)).toThrow('two sweeps are named expire holds');
  });
});
