import { createServer } from 'node:http';
import { Queue, Worker } from 'bullmq';
import nodemailer from 'nodemailer';
import { plainLetter, readerOf } from './letter.js';

// What is compared with: nodemailer alone (`/plain?count=`), and a BullMQ job for each letter (`/jobs?count=`), over as many
// connections as mailings have, each letter built by nodemailer. Answers when the sink has taken all.

const CONNECTIONS = 20;
const TAKERS = CONNECTIONS * 2;
const transport = nodemailer.createTransport({ host: '127.0.0.1', port: Number(process.env['SINK']), secure: false, ignoreTLS: true, pool: true, maxConnections: CONNECTIONS, maxMessages: Infinity });

async function plain(count: number): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: TAKERS }, async () => {
    while (next < count) await transport.sendMail(plainLetter(readerOf(next++)));
  }));
}

async function jobs(count: number): Promise<void> {
  const connection = { url: process.env['REDIS'] ?? '', maxRetriesPerRequest: null };
  const queue = new Queue<{ id: number }>(`letters${Date.now()}`, { connection });
  const options = { removeOnComplete: true, attempts: 3, backoff: { type: 'exponential', delay: 1_000 } };
  for (let from = 0; from < count; from += 500) {
    await queue.addBulk(Array.from({ length: Math.min(500, count - from) }, (_, index) => ({ name: 'invite', data: readerOf(from + index), opts: options })));
  }
  await new Promise<void>((resolve, reject) => {
    let done = 0;
    const worker = new Worker<{ id: number }>(queue.name, async (job) => { await transport.sendMail(plainLetter(readerOf(job.data.id))); }, { connection, concurrency: TAKERS });
    worker.on('completed', () => {
      done += 1;
      if (done === count) worker.close().then(resolve, reject);
    });
    worker.on('failed', (_job, fault) => { reject(fault); });
  });
  await queue.close();
}

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const count = Number(url.searchParams.get('count') ?? '0');
  const work = url.pathname === '/plain' ? plain(count) : url.pathname === '/jobs' ? jobs(count) : Promise.resolve();
  work.then(() => { response.end('done'); }, (fault: unknown) => { response.writeHead(500).end(String(fault)); });
}).listen(Number(process.env['PORT']), '127.0.0.1');
