import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { GraphqlClient } from '../e2e/town/graphql-client.js';
import type { PacedPlan } from './paced-client.js';

const CONNECTIONS = 16;
const { url, query, variables, aSecond } = workerData as PacedPlan;
const client = new GraphqlClient(url, CONNECTIONS);
const times: number[] = [];
const under: Promise<void>[] = [];
let isOver = false;
parentPort?.once('message', () => { isOver = true; });

async function read(): Promise<void> {
  const began = performance.now();
  await client.one(query, variables);
  times.push(performance.now() - began);
}

do {
  under.push(read());
  await pause(1_000 / aSecond);
} while (!isOver);
await Promise.all(under);
client.close();
parentPort?.postMessage(times);
