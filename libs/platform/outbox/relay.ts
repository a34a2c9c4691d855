import type { Dispatch } from '../jobs/job-queues.js';
import type { Log } from '../log/log.js';
import type { FactJob, OutboxRow, OutboxRows } from './outbox-rows.js';
import type { Reaction } from './reactions.js';

/** Where the relay hands jobs to. */
export interface DispatchDoor {
  knows(jobName: string): boolean;
  add(rows: readonly Dispatch[]): Promise<void>;
}

export interface RelayOptions {
  /** A row handed over this long ago and not finished is handed over again. Under the same job id, so nothing doubles. */
  readonly redispatchAfterMs?: number;
  readonly batch?: number;
}

const BUSY_POLL_MS = 100;
const IDLE_POLL_MS = 500;
const FAULT_PAUSE_MS = 1_000;
const UNKNOWN_PAUSE_MS = 30_000;

/**
 * Carries what was committed from the outbox to the queue: polls, since NOTIFY would make every commit wait for one lock.
 * Any number of relays may run.
 */
export class Relay {
  private readonly redispatchAfterMs: number;
  private readonly batch: number;
  private readonly reactions = new Map<string, Reaction[]>();
  private running: Promise<void> | undefined;
  private wake: (() => void) | undefined;
  private stopping = false;
  private nextSearch = 0;

  constructor(
    private readonly rows: OutboxRows,
    private readonly door: DispatchDoor,
    private readonly wiring: { facts: readonly { name: string }[]; reactions: readonly Reaction[] },
    private readonly log: Log,
    options: RelayOptions = {},
  ) {
    this.redispatchAfterMs = options.redispatchAfterMs ?? 120_000;
    this.batch = options.batch ?? 200;
    for (const { name } of wiring.facts) this.reactions.set(name, []);
    for (const wired of wiring.reactions) this.reactions.set(wired.factName, [...(this.reactions.get(wired.factName) ?? []), wired]);
  }

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  /** One round: everything due is handed over. @returns how many rows moved */
  async round(): Promise<number> {
    const due = await this.rows.claim(this.batch);
    const late = await this.lateRows();
    const rows = [...due, ...late];
    if (rows.length === 0) return 0;
    try {
      await this.expand(rows.filter((row) => row.kind === 'fact'));
      await this.dispatch(rows.filter((row) => row.kind === 'job'));
    } catch (fault) {
      await this.rows.release(rows.map((row) => row.id), 0);
      throw fault;
    }
    return rows.length;
  }

  private async lateRows(): Promise<OutboxRow[]> {
    if (Date.now() < this.nextSearch) return [];
    const late = await this.rows.claimAgain(this.batch, this.redispatchAfterMs);
    if (late.length < this.batch) this.nextSearch = Date.now() + Math.min(this.redispatchAfterMs / 4, 5_000);
    if (late.length > 0) this.log.warn('outbox rows handed over again', { count: late.length });
    return late;
  }

  private async expand(facts: readonly OutboxRow[]): Promise<void> {
    const done: string[] = [];
    const jobs: FactJob[] = [];
    const broken: string[] = [];
    for (const row of facts.filter(({ name }) => this.reactions.has(name))) {
      try {
        jobs.push(...this.jobsOf(row));
        done.push(row.id);
      } catch (fault) {
        this.log.fault('a reaction could not be wired', fault, { fact: row.name, outboxId: row.id });
        broken.push(row.id);
      }
    }
    if (done.length > 0) await this.rows.replaceFacts(done, jobs);
    if (broken.length > 0) await this.rows.release(broken, UNKNOWN_PAUSE_MS);
    await this.leaveUnknown(facts.filter(({ name }) => !this.reactions.has(name)));
  }

  private jobsOf(fact: OutboxRow): FactJob[] {
    return (this.reactions.get(fact.name) ?? []).flatMap((wired) => {
      const payload = wired.payloadFor(fact.payload);
      return payload === undefined ? [] : [{ factId: fact.id, jobName: wired.jobName, payload }];
    });
  }

  private async dispatch(jobs: readonly OutboxRow[]): Promise<void> {
    const known = jobs.filter((row) => this.door.knows(row.name));
    if (known.length > 0) await this.door.add(known.map((row) => ({ outboxId: row.id, jobName: row.name })));
    await this.leaveUnknown(jobs.filter((row) => !this.door.knows(row.name)));
  }

  // A newer release may know the name; this one leaves the row for it.
  private async leaveUnknown(rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.log.warn('outbox rows of names that this release does not declare', { kinds: [...new Set(rows.map((row) => `${row.kind} ${row.name}`))] });
    await this.rows.release(rows.map((row) => row.id), UNKNOWN_PAUSE_MS);
  }

  private async loop(): Promise<void> {
    let pause = BUSY_POLL_MS;
    while (!this.stopping) {
      try {
        const moved = await this.round();
        pause = moved > 0 ? (moved >= this.batch ? 0 : BUSY_POLL_MS) : Math.min(pause + BUSY_POLL_MS, IDLE_POLL_MS);
      } catch (fault) {
        this.log.fault('the relay could not hand over', fault);
        pause = FAULT_PAUSE_MS;
      }
      if (pause > 0 && !this.stopping) await this.sleep(pause);
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
