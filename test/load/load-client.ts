import { Worker } from 'node:worker_threads';
import type { LoadPlan, LoadResult } from './load-plan.js';

/** Sends requests from a thread of its own, which reads of an answer only its length and its beginning. */
export function load(plan: LoadPlan): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url.endsWith('.ts') ? './load-thread.ts' : './load-thread.js', import.meta.url), { workerData: plan });
    thread.once('message', (result: LoadResult) => { resolve(result); });
    thread.once('error', reject);
  });
}
