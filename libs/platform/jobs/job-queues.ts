import { allDeclaredJobs } from './declarations.js';
import type { JobDeclaration, QueueName } from './declarations.js';
import type { JobEngine, QueueDoor } from './job-engine.js';
import { DEATHS_ALLOWED } from './job-claims.js';

export const QUEUE_NAMES = ['letters', 'campaigns', 'work'] as const satisfies readonly QueueName[];

/** An outbox row that is to be handed to its queue. */
export interface Dispatch {
  readonly outboxId: string;
  readonly jobName: string;
}

const READY_WITHIN_MS = 15_000;

/** The producers' side: hands outbox rows to BullMQ under a job id of their own, so that handing over twice adds once. */
export class JobQueues {
  private constructor(private readonly queues: ReadonlyMap<QueueName, QueueDoor>, private readonly jobs: ReadonlyMap<string, JobDeclaration<object>>) {}

  /** A queue built while its database is away never recovers, so this waits until all are ready, or throws. */
  static async open(engine: JobEngine, declared: readonly JobDeclaration<object>[] = allDeclaredJobs()): Promise<JobQueues> {
    const queues = new Map(QUEUE_NAMES.map((name) => [name, engine.queue(name)]));
    await Promise.all([...queues.values()].map((queue) => readyInTime(queue, engine.kind)));
    return new JobQueues(queues, new Map(declared.map((job) => [job.name, job])));
  }

  knows(jobName: string): boolean {
    return this.jobs.has(jobName);
  }

  async add(rows: readonly Dispatch[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const lines = rows.flatMap((row) => {
        const job = this.jobs.get(row.jobName);
        return job?.queue === name ? [{ name: job.name, data: { outboxId: row.outboxId }, opts: optionsOf(job, row.outboxId) }] : [];
      });
      if (lines.length > 0) await queue.addBulk(lines);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}

// The outbox row decides when a job has failed for good. BullMQ's own count only has to be no smaller.
function optionsOf(job: JobDeclaration<object>, outboxId: string) {
  return {
    jobId: `outbox-${outboxId}`,
    attempts: job.attempts + DEATHS_ALLOWED,
    backoff: { type: 'growing' },
    removeOnComplete: true,
    removeOnFail: true,
  };
}

/** Waits for a queue or worker, and gives up with a sentence: the rejected promise of BullMQ is kept for ever. */
export async function readyInTime(door: { waitUntilReady(): Promise<unknown> }, kind: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error(`the ${kind} job queue did not answer within ${READY_WITHIN_MS / 1000} s`)); }, READY_WITHIN_MS);
  });
  try {
    await Promise.race([door.waitUntilReady(), late]);
  } finally {
    clearTimeout(timer);
  }
}
