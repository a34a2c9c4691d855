import { randomUUID } from 'node:crypto';
import { AT } from './split.js';
import type { Hole } from './split.js';

type Data = Record<string, unknown>;

/** JSON with holes: the text before the first, between two, and after the last. */
export interface Cut {
  readonly chunks: readonly string[];
  /** Ids of the elements that lie on the way to the holes. */
  readonly way: string;
}

/** The data of an answer that is JSON already. */
export class Woven {
  readonly [part: string]: unknown;

  constructor(readonly text: string) {}
}

/** An answer as JSON. */
export function stringifyAnswer(answer: { readonly data?: unknown }): string {
  return answer.data instanceof Woven ? `{"data":${answer.data.text}}` : JSON.stringify(answer);
}

// Nobody can have written it into a text.
const MARK = randomUUID();

/** Makes JSON with holes of the kept part of an answer. The data is used up. */
export function cut(data: Data, holes: readonly Hole[]): Cut {
  const way: string[] = [];
  walk(data, holes, way, (parent, key) => { parent[key] = MARK; });
  return { chunks: JSON.stringify(data).split(`"${MARK}"`), way: way.join(' ') };
}

/** Fills the holes with what was read anew. @returns nothing where that was read of other elements than the kept part */
export function weave({ chunks, way }: Cut, holes: readonly Hole[], rest: Data): string | undefined {
  const ownWay: string[] = [];
  const values: unknown[] = [];
  walk(rest, holes, ownWay, (parent, key) => { values.push(parent[key]); });
  if (ownWay.join(' ') !== way || values.length !== chunks.length - 1) return undefined;
  return chunks.reduce((text, chunk, at) => `${text}${JSON.stringify(values[at - 1])}${chunk}`);
}

/** The same for a stranger, who has nothing of one's own. */
export function weaveNothing({ chunks }: Cut): string {
  return chunks.join('null');
}

function walk(value: unknown, holes: readonly Hole[], way: string[], found: (parent: Data, key: string) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) walk(element, holes, way, found);
    way.push(']');
    return;
  }
  if (typeof value !== 'object' || value === null) {
    way.push('-');
    return;
  }
  const parent = value as Data;
  if (AT in parent) {
    way.push(String(parent[AT]));
    Reflect.deleteProperty(parent, AT);
  }
  for (const { key, within } of holes) {
    if (within === undefined) found(parent, key);
    else walk(parent[key], within, way, found);
  }
}
