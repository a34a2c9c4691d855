import { inLogScope } from '../log/log-scope.js';
import type { Log } from '../log/log.js';
import { sweepPlanOf } from './sweep.js';
import type { Sweeper, SweepPlan } from './sweep.js';

interface Round {
  readonly plan: SweepPlan;
  readonly sweeper: Sweeper;
}

/** Runs each sweep again and again, one at a time, until stopped. A sweep that throws is logged and comes again. */
export class SweepRounds {
  private readonly rounds: readonly Round[];
  private readonly naps = new Set<() => void>();
  private running: Promise<unknown> | undefined;
  private stopping = false;

  /** @throws Error where two sweeps have the same name */
  constructor(candidates: readonly object[], private readonly log: Log) {
    this.rounds = candidates.flatMap((candidate) => {
      const plan = sweepPlanOf(candidate);
      return plan === undefined ? [] : [{ plan, sweeper: candidate as Sweeper }];
    });
    const names = this.names;
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`the worker cannot start: two sweeps are named ${twice}`);
  }

  get names(): readonly string[] {
    return this.rounds.map(({ plan }) => plan.name);
  }

  start(): void {
    this.running ??= Promise.all(this.rounds.map((round) => this.loop(round)));
  }

  /** Waits for the sweeps under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const wake of this.naps) wake();
    await this.running;
  }

  private async loop({ plan, sweeper }: Round): Promise<void> {
    while (!this.stopping) {
      try {
        await inLogScope({ sweep: plan.name }, () => sweeper.sweep());
      } catch (fault) {
        this.log.fault('sweep failed', fault, { sweep: plan.name });
      }
      if (!this.stopping) await this.nap(plan.everyMs);
    }
  }

  private nap(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.naps.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.naps.add(end);
    });
  }
}
