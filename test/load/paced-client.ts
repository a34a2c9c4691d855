import { Worker } from 'node:worker_threads';

/** Who reads at a pace of its own, however long the answers take. */
export interface PacedPlan {
  readonly url: string;
  readonly query: string;
  readonly variables: object;
  readonly aSecond: number;
}

/** Reads from a thread of its own, so that what the bench does meanwhile delays no reader. `end` answers how long each read took, in milliseconds. */
export function readAtPace(plan: PacedPlan): { end(): Promise<readonly number[]> } {
  const thread = new Worker(new URL(import.meta.url.endsWith('.ts') ? './paced-thread.ts' : './paced-thread.js', import.meta.url), { workerData: plan });
  const read = new Promise<readonly number[]>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  // Whoever ends it hears of the fault; until then nobody listens.
  read.catch(() => undefined);
  return { end: () => { thread.postMessage('over'); return read; } };
}
