import type { BulkJobOptions, Processor, runMigrations as RunMigrations, WorkerOptions } from 'bullmq';
import type pg from 'pg';
import { PlainClient } from '../database/plain-client.js';
import type { QueueName } from './declarations.js';

/** What lies in the queue: the number of the outbox row and nothing else, so a dump of the queue tells nothing about anyone. */
export interface QueuedJob {
  readonly outboxId: string;
}

/** The part of BullMQ's Queue that the house uses, whichever engine is behind it. */
export interface QueueDoor {
  waitUntilReady(): Promise<unknown>;
  addBulk(jobs: { name: string; data: QueuedJob; opts?: BulkJobOptions }[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface WorkerDoor {
  waitUntilReady(): Promise<unknown>;
  /** Waits for the running jobs; with `force` it does not. */
  close(force?: boolean): Promise<void>;
}

export type WorkerTuning = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'drainDelay' | 'runRetryDelay' | 'settings'>;

/** The one door to BullMQ. On Redis and on PostgreSQL the same queues, workers and laws. */
export interface JobEngine {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): QueueDoor;
  worker(name: QueueName, work: Processor<QueuedJob>, tuning: WorkerTuning): WorkerDoor;
}

export interface EngineOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Told of every broken connection; BullMQ mends them itself. */
  readonly onFault: (fault: unknown) => void;
}

/** The braces put all keys of the house into one hash slot of a Redis Cluster, as BullMQ's scripts need. */
export const REDIS_PREFIX = '{huiguan}';
const SCHEMA = 'bullmq';
const QUEUE_POOL = 1;
/** Beside these a worker keeps one connection that listens. */
const WORKER_POOL = 2;

/** BullMQ is loaded here and not before: an api has no queue of its own. */
export async function openJobEngine(options: EngineOptions): Promise<JobEngine> {
  return options.redisUrl === undefined ? openOnPostgres(options) : openOnRedis(options.redisUrl, options.onFault);
}

async function openOnPostgres({ databaseUrl, onFault }: EngineOptions): Promise<JobEngine> {
  const { createPostgresBackend, runMigrations, withBackend } = await import('bullmq');
  await migrateQueue(databaseUrl, runMigrations);
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    application_name: 'huiguan-queue',
    schema: SCHEMA,
    max,
    Client: WatchedClient,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  return {
    kind: 'postgres',
    queue: (name) => watched(new PostgresQueue<QueuedJob>(name, { connection: connection(QUEUE_POOL) }), onFault),
    worker: (name, work, tuning) => watched(new PostgresWorker<QueuedJob>(name, work, { ...tuning, connection: connection(WORKER_POOL) }), onFault),
  };
}

// node-postgres emits `error` also on a connection that is in use; without a listener that ends the process.
class WatchedClient extends PlainClient {
  constructor(config?: pg.ClientConfig | string) {
    super(config);
    this.on('error', () => undefined);
  }
}

async function migrateQueue(databaseUrl: string, runMigrations: typeof RunMigrations): Promise<void> {
  const client = new WatchedClient({ connectionString: databaseUrl, application_name: 'huiguan-migrate', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

async function openOnRedis(url: string, onFault: (fault: unknown) => void): Promise<JobEngine> {
  const { Queue, Worker } = await import('bullmq');
  const patient = { url, maxRetriesPerRequest: null, retryStrategy: nextTry };
  // A relay must learn soon that Redis is away: the outbox keeps what it could not hand over.
  const hasty = { url, maxRetriesPerRequest: 1, enableOfflineQueue: true, connectTimeout: 5_000, commandTimeout: 10_000, retryStrategy: nextTry };
  return {
    kind: 'redis',
    queue: (name) => watched(new Queue<QueuedJob>(name, { connection: hasty, prefix: REDIS_PREFIX }), onFault),
    worker: (name, work, tuning) => watched(new Worker<QueuedJob>(name, work, { ...tuning, connection: patient, prefix: REDIS_PREFIX }), onFault),
  };
}

const nextTry = (times: number): number => Math.min(times * 100, 2_000);

function watched<Door extends { on(name: 'error', listener: (fault: Error) => void): unknown }>(door: Door, onFault: (fault: unknown) => void): Door {
  door.on('error', onFault);
  return door;
}
