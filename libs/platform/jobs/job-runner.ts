import { describeFault, scrub } from '../log/scrub.js';
import { inLogScope } from '../log/log-scope.js';
import type { Log } from '../log/log.js';
import type { JobDeclaration } from './declarations.js';
import { DEATHS_ALLOWED } from './job-claims.js';
import type { ClaimedJob, Ending, JobClaims } from './job-claims.js';
import type { HandlerTable } from './handler-table.js';
import { Postponed } from './handles.js';

/** A job failed and is to come again after BullMQ's pause; what went wrong is already written down. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

const SUSPECT_WAITS_MS = 1_000;

/** Runs the job of one outbox row, once: begins it, calls its handler, writes how it ended. The row is the truth, the queue a hint. */
export class JobRunner {
  /** Jobs ended by this process: what a health check watches. */
  done = 0;
  private suspectRuns = false;

  constructor(
    private readonly claims: JobClaims,
    private readonly handlers: HandlerTable,
    private readonly jobs: ReadonlyMap<string, JobDeclaration<object>>,
    private readonly log: Log,
  ) {}

  /** @throws JobFailed where the queue should bring the job again after a pause */
  async run(outboxId: string): Promise<void> {
    const claimed = await this.claims.begin(outboxId);
    if (claimed === undefined) return;
    await inLogScope({ outboxId, jobName: claimed.name }, () => this.runClaimed(claimed));
  }

  private async runClaimed(job: ClaimedJob): Promise<void> {
    const deaths = job.starts - 1 - job.failures;
    if (deaths >= DEATHS_ALLOWED) return this.setAside(job, `its worker died ${deaths} times`);
    if (deaths === 0) return this.handle(job);
    // A worker died with this job, or beside it. Such jobs run one at a time, so that only the guilty one dies again.
    if (this.suspectRuns) return this.claims.end(job.id, { kind: 'returned', milliseconds: SUSPECT_WAITS_MS });
    this.suspectRuns = true;
    try {
      await this.handle(job);
    } finally {
      this.suspectRuns = false;
    }
  }

  private async handle(job: ClaimedJob): Promise<void> {
    const handler = this.handlers.handlerOf(job.name);
    const attempts = this.jobs.get(job.name)?.attempts ?? 1;
    const attempt = job.failures + 1;
    if (handler === undefined) return this.claims.end(job.id, { kind: 'returned', milliseconds: 30_000 });
    let ending: Ending = { kind: 'done' };
    try {
      await handler.handle(job.payload, { outboxId: job.id, attempt, isLast: attempt >= attempts });
    } catch (fault) {
      ending = this.endingOf(fault, attempt, attempts);
    }
    await this.claims.end(job.id, ending);
    this.done += 1;
    if (ending.kind === 'failed' && !ending.isFinal) throw new JobFailed(ending.failure);
  }

  private endingOf(fault: unknown, attempt: number, attempts: number): Ending {
    if (fault instanceof Postponed) {
      this.log.debug('job postponed', { milliseconds: fault.milliseconds, reason: fault.message });
      return { kind: 'returned', milliseconds: Math.max(fault.milliseconds, SUSPECT_WAITS_MS) };
    }
    const isFinal = attempt >= attempts;
    const faultId = this.log.fault(isFinal ? 'job failed for good' : 'job failed, will be tried again', fault, { attempt, attempts });
    const { type, message } = describeFault(fault);
    return { kind: 'failed', isFinal, failure: scrub(`${String(type)}: ${String(message)}`).slice(0, 500) + ` (${faultId})` };
  }

  private async setAside(job: ClaimedJob, reason: string): Promise<void> {
    const faultId = this.log.fault('job set aside', new Error(reason));
    await this.claims.end(job.id, { kind: 'failed', isFinal: true, failure: `${reason} (${faultId})` });
  }
}
