import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '#platform';
import { load } from '../load-client.js';
import type { Stage, Started } from '../stage.js';
import { installed } from './install.js';

const DATABASE = 'vendure';
const SERVER = fileURLToPath(new URL('./vendure-server.mjs', import.meta.url));
const ADD = JSON.stringify({ query: 'mutation { addItemToOrder(productVariantId: "1", quantity: 1) { __typename ... on Order { id totalQuantity } ... on ErrorResult { errorCode message } } }' });

export interface Vendure extends Started {
  /** The same shop in another process, after the first was stopped. */
  again(): Promise<Started>;
  /** Each connection adds to an order of its own, over and over. */
  addToOrders(connections: number, seconds: number): Promise<Record<string, number>>;
}

/** A Vendure shop with one product, or nothing where it cannot be had. */
export async function vendure(stage: Stage): Promise<Vendure | undefined> {
  const folder = await installed('vendure', { dependencies: { '@vendure/core': '3.7.3', 'pg': '8.23.1' }, overrides: { '@graphql-tools/batch-execute': '10.2.0' } });
  if (folder === undefined) return undefined;
  const environment = { VENDURE_FOLDER: folder, WORK_FOLDER: stage.folder, DATABASE_URL: await stage.emptyDatabase(DATABASE) };
  await fill({ ...environment, PORT: String(await freePort()), ROLE: 'fill' });
  const begin = async (): Promise<Started> => {
    const port = await freePort();
    return stage.start(SERVER, port, { cwd: stage.folder, environment: { ...environment, PORT: String(port) }, readyPath: '/health' });
  };
  const server = await begin();
  const { port } = server;
  let bearers: string[] = [];
  return {
    ...server,
    again: begin,
    addToOrders: async (connections, seconds) => {
      if (bearers.length < connections) bearers = await Promise.all(Array.from({ length: connections }, () => beginOrder(port)));
      const result = await load({ ports: [port], connections, seconds, bodies: bearers.map(() => ADD), bearers, repeat: true, path: '/shop-api', marks: ['"__typename":"Order"'] });
      return { value: (result.byMark['"__typename":"Order"'] ?? 0) / result.seconds, p99: result.p99 };
    },
  };
}

async function beginOrder(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/shop-api`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: ADD });
  const token = answer.headers.get('vendure-auth-token');
  if (token === null) throw new Error(`Vendure began no order: ${(await answer.text()).slice(0, 500)}`);
  return token;
}

function fill(environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SERVER], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], ...environment }, timeout: 120_000 });
    let heard = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { heard = (heard + chunk.toString()).slice(-2_000); });
    child.once('close', (code) => { if (code === 0) resolve(); else reject(new Error(`Vendure's database could not be filled: ${heard}`)); });
  });
}
