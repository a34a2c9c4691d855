import { getHeapSpaceStatistics } from 'node:v8';
import pg from 'pg';
import { PlainClient } from './plain-client.js';

// Prints how much the old part of a heap grows, in MB, while batches are read one after the other and let go: a process of
// its own, whose heap holds nothing else. Arguments: the database, and `plain` or `stock` for the client.

const [url, kind] = process.argv.slice(2);
const MB = 1024 * 1024;
const BATCH = "SELECT n, n || 'a row of an export' AS one, n || 'another cell of it' AS two FROM generate_series(1, 2000) AS n WHERE n > $1";
const READS = 150;
const oldSpace = (): number => (getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0) / MB;

const client = new (kind === 'plain' ? PlainClient : pg.Client)({ connectionString: url });
await client.connect();
let coming = client.query(BATCH, [0]);
const before = oldSpace();
let most = before;
for (let n = 0; n < READS; n += 1) {
  const { rows } = await coming;
  coming = client.query(BATCH, [0]);
  if (rows.length !== 2_000) throw new Error(`${rows.length} rows`);
  most = Math.max(most, oldSpace());
}
await coming;
await client.end();
process.stdout.write(String(most - before));
