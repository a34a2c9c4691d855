import { scrub } from '#platform';
import type { QueueDoor } from '#platform';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';

type BullQueue = ConstructorParameters<typeof BullMQAdapter>[0];
type Job = Awaited<ReturnType<BullMQAdapter['getJobs']>>[number];

/**
 * A queue as it may be looked at: nothing can be done to it, and of a job is told what the house puts into one. What failed is
 * scrubbed as in the log; the places in the code and whatever else lies in a queue are left out.
 */
export class ReadQueue extends BullMQAdapter {
  constructor(queue: QueueDoor) {
    // Behind the house's door stands BullMQ's own queue, on either engine.
    super(queue as BullQueue, { readOnlyMode: true, allowRetries: false });
    this.setFormatter('data', ({ outboxId }: Record<string, unknown>) => ({ outboxId }));
    this.setFormatter('returnValue', () => null);
    this.setFormatter('progress', () => 0);
  }

  override async getJob(id: string): Promise<Job | undefined> {
    const job = await super.getJob(id);
    return job === undefined ? undefined : told(job);
  }

  override async getJobs(...asked: Parameters<BullMQAdapter['getJobs']>): Promise<Job[]> {
    return (await super.getJobs(...asked)).map(told);
  }

  /** The house writes no log of a job into the queue. */
  override getJobLogs(): Promise<string[]> {
    return Promise.resolve([]);
  }

  /** Nor has it jobs that wait for others, or that come again by themselves. */
  override getFlowProducer(): Promise<null> {
    return Promise.resolve(null);
  }

  override getJobSchedulers(): Promise<[]> {
    return Promise.resolve([]);
  }
}

function told(job: Job): Job {
  if (typeof job.failedReason === 'string') job.failedReason = scrub(job.failedReason);
  if (typeof job.deferredFailure === 'string') job.deferredFailure = scrub(job.deferredFailure);
  job.stacktrace = [];
  return job;
}
