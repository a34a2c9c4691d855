import type { Log } from '#platform';
import type { DataSource } from 'typeorm';

const EVERY_MS = 5_000;
const BEAT = `
  INSERT INTO worker_pulse (worker, done) VALUES ($1, $2)
  ON CONFLICT (worker) DO UPDATE SET seen_at = now(), done = EXCLUDED.done`;

/** A line in the database that says: this worker reaches the database, and has done so many jobs. /readyz reads it. */
export class WorkerPulse {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly worker: string,
    private readonly done: () => number,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beat().catch((fault: unknown) => { this.log.fault('pulse not written', fault); });
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.source.query('DELETE FROM worker_pulse WHERE worker = $1', [this.worker]).catch(() => undefined);
  }

  private async beat(): Promise<void> {
    await this.source.query(BEAT, [this.worker, this.done()]);
  }
}
