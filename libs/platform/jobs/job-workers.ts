import type { QueueName } from './declarations.js';
import type { JobEngine, WorkerDoor, WorkerTuning } from './job-engine.js';
import { QUEUE_NAMES, readyInTime } from './job-queues.js';
import type { JobRunner } from './job-runner.js';

const CONCURRENCY: Readonly<Record<QueueName, number>> = { letters: 8, campaigns: 4, work: 8 };
const LONGEST_PAUSE_MS = 5 * 60_000;

/** 1, 2, 4, ... seconds, at most 5 minutes, each shortened by up to a quarter so that failures do not march in step. */
export function pauseAfter(failures: number, random: () => number = Math.random): number {
  const full = Math.min(1_000 * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS);
  return Math.round(full * (1 - random() / 4));
}

/**
 * A lock of 4 s, renewed at half of it, and a search every 2 s for jobs whose lock ran out, so that a killed worker's
 * jobs come back within about 8 s. BullMQ's own count of stalls is set out of reach: deaths are counted in the outbox,
 * where the other jobs of the same process do not suffer for a poisonous one.
 */
const TUNING: WorkerTuning = {
  lockDuration: 4_000,
  stalledInterval: 2_000,
  maxStalledCount: 1_000,
  drainDelay: 5,
  runRetryDelay: 1_000,
  settings: { backoffStrategy: (attemptsMade) => pauseAfter(attemptsMade ?? 1) },
};

/** The consumers' side: one BullMQ worker for each queue, all running jobs through one JobRunner. */
export class JobWorkers {
  private constructor(private readonly workers: readonly WorkerDoor[]) {}

  static async open(engine: JobEngine, runner: JobRunner, tuning: Partial<WorkerTuning> = {}): Promise<JobWorkers> {
    const workers = QUEUE_NAMES.map((name) =>
      engine.worker(name, (job) => runner.run(job.data.outboxId), { ...TUNING, concurrency: CONCURRENCY[name], ...tuning }));
    await Promise.all(workers.map((worker) => readyInTime(worker, engine.kind)));
    return new JobWorkers(workers);
  }

  /** Takes no more jobs and waits for the running ones; false where some still ran after `milliseconds`. */
  async drain(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => { timer = setTimeout(() => { resolve(false); }, milliseconds); });
    const closed = Promise.all(this.workers.map((worker) => worker.close())).then(() => true as const);
    const inTime = await Promise.race([closed, late]);
    clearTimeout(timer);
    return inTime;
  }
}
