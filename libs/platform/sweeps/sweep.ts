import 'reflect-metadata';

/** Looks for what has come due and does it; several workers may sweep at once, so it locks the rows it takes (SKIP LOCKED). */
export interface Sweeper {
  sweep(): Promise<void>;
}

export interface SweepPlan {
  readonly name: string;
  /** Pause between the end of one sweep and the beginning of the next. */
  readonly everyMs: number;
}

const SWEEP = Symbol('sweep');

type SweeperClass = abstract new (...dependencies: never[]) => Sweeper;

/** Says that a class is swept, and how often. Timers only ask; what is due is written in the database, so a restart loses nothing. */
export function Sweep(plan: SweepPlan): (sweeper: SweeperClass) => void {
  return (sweeper) => { Reflect.defineMetadata(SWEEP, plan, sweeper); };
}

export function sweepPlanOf(instance: object): SweepPlan | undefined {
  return typeof instance.constructor === 'function' ? Reflect.getMetadata(SWEEP, instance.constructor) as SweepPlan | undefined : undefined;
}
