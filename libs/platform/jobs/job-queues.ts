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

/** The queues of the house by their names, ready. */
export type OpenQueues = ReadonlyMap<QueueName, QueueDoor>;

const READY_WITHIN_MS = 15_000;

/** The producers' side: hands outbox rows to BullMQ under a job id of their own, so that handing over twice adds once. */
export class JobQueues {
  private constructor(private readonly queues: OpenQueues, private readonly jobs: ReadonlyMap<string, JobDeclaration<object>>) {}

  static async open(engine: JobEngine, declared: readonly JobDeclaration<object>[] = allDeclaredJobs()): Promise<JobQueues> {
    return new JobQueues(await openQueues(engine), new Map(declared.map((job) => [job.name, job])));
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

  close(): Promise<void> {
    return closeQueues(this.queues);
  }
}

/** All queues of the house. One that is built while its database is away never recovers, so this waits until all are ready, or closes them and throws. */
export async function openQueues(engine: JobEngine): Promise<OpenQueues> {
  const queues = new Map(QUEUE_NAMES.map((name) => [name, engine.queue(name)]));
  try {
    await Promise.all([...queues.values()].map((queue) => readyInTime(queue, engine.kind)));
  } catch (fault) {
    await closeQueues(queues).catch(() => undefined);
    throw fault;
  }
  return queues;
}

export async function closeQueues(queues: OpenQueues): Promise<void> {
  await Promise.all([...queues.values()].map((queue) => queue.close()));
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
