import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { LoadPlan, LoadResult } from './load-plan.js';

const MOST_STRANGE = 5;
const BEGINNING = 2_000;
const plan = workerData as LoadPlan;
const requests = plan.bodies.map((body, index) => requestOf(body, plan.bearers[index % Math.max(1, plan.bearers.length)]));
const latencies: number[] = [];
const byMark = new Map<string, number>();
const strange: string[] = [];
const outcomes = new Uint8Array(plan.bodies.length);
const again: number[] = [];
let next = 0;
let bytes = 0;
let lost = 0;
let answered = 0;
const began = performance.now();
const end = began + plan.seconds * 1_000;

/** An HTTP/1.1 request as bytes; the connection is kept (RFC 9112). */
function requestOf(body: string, bearer: string | undefined): Buffer {
  const lines = [
    `POST ${plan.path ?? '/graphql'} HTTP/1.1`, 'host: 127.0.0.1', 'content-type: application/json', `content-length: ${Buffer.byteLength(body)}`,
    `accept-encoding: ${plan.acceptEncoding ?? 'identity'}`, ...(bearer === undefined ? [] : [`authorization: Bearer ${bearer}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

function take(): number | undefined {
  if (performance.now() >= end) return undefined;
  const repeated = again.pop();
  if (repeated !== undefined) return repeated;
  if (next >= requests.length && plan.repeat) next = 0;
  return next < requests.length ? next++ : undefined;
}

/** One kept connection; where it breaks, the request under way goes to another port. */
function connection(turn: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = (at: number, failures: number): void => {
      if (failures > plan.ports.length * 50) return reject(new Error('nobody answers'));
      const socket = connect(plan.ports[at % plan.ports.length] ?? 0, '127.0.0.1');
      socket.setNoDelay(true);
      let current: number | undefined;
      let hasAnswered = false;
      socket.once('connect', () => {
        converse(socket, (index) => { current = index; if (index === undefined) { socket.destroy(); resolve(); } }, () => { hasAnswered = true; }, reject);
      });
      socket.once('error', () => undefined);
      socket.once('close', () => {
        if (current === undefined && hasAnswered) return;
        if (current !== undefined) { again.push(current); lost += 1; }
        setTimeout(open, 20, at + 1, hasAnswered ? 0 : failures + 1);
      });
    };
    open(turn, 0);
  });
}

function converse(socket: Socket, under: (index: number | undefined) => void, heard: () => void, fail: (fault: Error) => void): void {
  let index: number | undefined;
  let sentAt = 0;
  let head = '';
  let missing = -1;
  const send = (): void => {
    index = take();
    under(index);
    if (index === undefined) return;
    head = '';
    missing = -1;
    sentAt = performance.now();
    socket.write(requests[index] ?? '');
  };
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (missing < 0) {
      head += chunk.toString('latin1', 0, Math.min(chunk.length, BEGINNING * 2));
      const blank = head.indexOf('\r\n\r\n');
      if (blank < 0) return;
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
      if (length === undefined) return fail(new Error(`an answer without a length: ${head.slice(0, 300)}`));
      missing = blank + 4 + Number(length) - chunk.length;
    } else {
      if (head.length < BEGINNING) head += chunk.toString('latin1', 0, Math.min(chunk.length, BEGINNING));
      missing -= chunk.length;
    }
    if (missing > 0) return;
    latencies.push(performance.now() - sentAt);
    answered += 1;
    heard();
    if (index !== undefined) note(index, head);
    send();
  });
  send();
}

function note(index: number, head: string): void {
  const found = plan.marks.findIndex((mark) => head.includes(mark));
  const mark = plan.marks[found];
  if (mark === undefined) {
    if (strange.length < MOST_STRANGE) strange.push(head.slice(0, 600));
    return;
  }
  byMark.set(mark, (byMark.get(mark) ?? 0) + 1);
  outcomes[index] = found + 1;
}

await Promise.all(Array.from({ length: plan.connections }, (_, turn) => connection(turn)));
const seconds = (performance.now() - began) / 1_000;
const sorted = Float64Array.from(latencies).sort();
const result: LoadResult = {
  seconds, answered, rate: answered / seconds, byMark: Object.fromEntries(byMark), strange, bytes, lost, outcomes,
  p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
};
parentPort?.postMessage(result);
