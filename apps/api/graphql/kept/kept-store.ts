import type { Split } from './split.js';
import type { Way } from './way.js';
import type { Cut } from './weave.js';

/** What is kept of one query. */
export interface KeptAnswer {
  readonly split: Split;
  /** The version, and the figures of the pools, that it was read under. */
  readonly stamp: string;
  readonly cut: Cut;
  readonly way: Way;
  /** The whole answer for strangers, ready to be sent; nothing where some of it is read anew even for them. */
  readonly bytes: Buffer | undefined;
}

/** Keeps answers up to so many bytes; the one that was longest not asked for goes first. */
export class KeptStore {
  private readonly kept = new Map<string, { readonly answer: KeptAnswer; readonly size: number }>();
  private total = 0;

  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.total;
  }

  get(key: string): KeptAnswer | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.answer;
  }

  put(key: string, answer: KeptAnswer): void {
    this.drop(key);
    const { cut: { chunks, way }, bytes } = answer;
    // Two bytes a character; for each id of the way its row, and for the query what it was taken apart into.
    const size = 2 * chunks.reduce((sum, { length }) => sum + length, 0) + (bytes?.length ?? 0) + 100 * way.length + 20 * key.length;
    if (size > this.most / 4) return;
    this.kept.set(key, { answer, size });
    this.total += size;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.most) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.total -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
