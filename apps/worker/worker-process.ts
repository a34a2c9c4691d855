import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  allDeclaredFacts, allDeclaredJobs, HandlerTable, JobClaims, JobQueues, JobRunner, JobWorkers, openJobEngine, OutboxRows, Relay, seldom,
  SweepRounds,
} from '#platform';
import type { Log, Reaction, RelayOptions, WorkerTuning } from '#platform';
import type { DataSource } from 'typeorm';
import { WorkerPulse } from './worker-pulse.js';

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly source: DataSource;
  readonly log: Log;
  readonly reactions: readonly Reaction[];
  /** All injectables of the process: handlers and sweepers are found among them. */
  readonly providers: readonly object[];
  readonly relay?: RelayOptions;
  readonly tuning?: Partial<WorkerTuning>;
}

/** Longest wait for running jobs when the process is asked to end; the launcher and orchestrators kill after 30 s. */
export const DRAIN_MS = 20_000;

const QUEUE_FAULTS_EVERY_MS = 10_000;

/** One worker: a relay, a BullMQ worker for each queue, and the sweeps. */
export class WorkerProcess {
  private constructor(
    private readonly queues: JobQueues,
    private readonly claims: JobClaims,
    private readonly workers: JobWorkers,
    private readonly relay: Relay,
    private readonly sweeps: SweepRounds,
    private readonly pulse: WorkerPulse,
    private readonly log: Log,
  ) {}

  /** @throws Error with one sentence where a job has no handler or two, or where the queue does not answer */
  static async start(options: WorkerOptions): Promise<WorkerProcess> {
    const { log, source, databaseUrl } = options;
    const declared = allDeclaredJobs();
    const handlers = new HandlerTable(declared, options.providers);
    const sweeps = new SweepRounds(options.providers, log);
    const onFault = seldom(QUEUE_FAULTS_EVERY_MS, (fault, keptBack) => { log.fault('job queue', fault, { keptBack }); });
    const engine = await openJobEngine({ databaseUrl, redisUrl: options.redisUrl, onFault });
    const queues = await JobQueues.open(engine, declared);
    const claims = new JobClaims(databaseUrl);
    const runner = new JobRunner(claims, handlers, new Map(declared.map((job) => [job.name, job])), log);
    const workers = await JobWorkers.open(engine, runner, options.tuning);
    const relay = new Relay(new OutboxRows(source), queues, { facts: allDeclaredFacts(), reactions: options.reactions }, log, options.relay);
    const pulse = new WorkerPulse(source, `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`, () => runner.done, log);
    relay.start();
    sweeps.start();
    await pulse.start();
    log.info('worker is at work', { engine: engine.kind, jobs: declared.length, sweeps: sweeps.names });
    return new WorkerProcess(queues, claims, workers, relay, sweeps, pulse, log);
  }

  /** Ends in order: nothing new is taken, what runs is finished, what cannot be finished in time is given back. */
  async stop(drainMs: number = DRAIN_MS): Promise<void> {
    await Promise.all([this.relay.stop(), this.sweeps.stop()]);
    const finished = await this.workers.drain(drainMs);
    if (!finished) {
      this.log.warn('jobs still ran when the worker had to end; they are given back');
      await this.claims.returnAll();
    }
    await this.pulse.stop();
    await this.claims.close();
    if (finished) await this.queues.close();
  }
}
