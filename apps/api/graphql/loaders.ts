import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { RequestContext } from './request-context.js';

/** Names one batched read; declared beside its type, served by whoever holds the store. */
export interface LoaderDeclaration<Key extends string, Value> {
  readonly name: string;
  /** What a key gets that the batch did not find. */
  readonly missing: () => Value;
  readonly keyType?: Key;
}

/** Reads many at once; keys that are left out of the map get the declaration's `missing`. */
export type Batch<Key extends string, Value> = (keys: readonly Key[], context: RequestContext) => Promise<ReadonlyMap<Key, Value>>;

const declared: LoaderDeclaration<string, unknown>[] = [];

/** Declares a loader: `export const forumById = defineLoader<ForumId, Forum | null>('forumById', () => null)`. */
export function defineLoader<Key extends string, Value>(name: string, missing: () => Value): LoaderDeclaration<Key, Value> {
  if (declared.some((other) => other.name === name)) throw new Error(`loader ${name} is declared twice`);
  const declaration = { name, missing };
  declared.push(declaration);
  return declaration;
}

/** Knows how each declared loader reads. A context's `x.loaders.ts` registers its batches here when Nest makes it. */
@Injectable()
export class LoaderRegistry {
  private readonly batches = new Map<string, Batch<string, unknown>>();

  serve<Key extends string, Value>(declaration: LoaderDeclaration<Key, Value>, batch: Batch<Key, Value>): void {
    if (this.batches.has(declaration.name)) throw new Error(`loader ${declaration.name} is served twice`);
    this.batches.set(declaration.name, batch as unknown as Batch<string, unknown>);
  }

  /** @throws Error naming each declared loader that nobody serves; asked at boot */
  check(): void {
    const unserved = declared.filter(({ name }) => !this.batches.has(name)).map(({ name }) => name);
    if (unserved.length > 0) throw new Error(`the api cannot start: no one serves the loader ${unserved.join(', ')}`);
  }

  batchOf(name: string): Batch<string, unknown> {
    const batch = this.batches.get(name);
    if (batch === undefined) throw new Error(`no one serves the loader ${name}`);
    return batch;
  }
}

/** The loaders of one request, each made when it is first asked: `context.loaders.load(forumById, id)`. */
export class Loaders {
  private readonly made = new Map<string, DataLoader<string, unknown>>();

  constructor(private readonly registry: LoaderRegistry, private readonly context: () => RequestContext) {}

  load<Key extends string, Value>(declaration: LoaderDeclaration<Key, Value>, key: Key): Promise<Value> {
    return this.of(declaration).load(key) as Promise<Value>;
  }

  loadMany<Key extends string, Value>(declaration: LoaderDeclaration<Key, Value>, keys: readonly Key[]): Promise<Value[]> {
    return Promise.all(keys.map((key) => this.load(declaration, key)));
  }

  /** Forgets what was read: a mutation calls it before its result is resolved, so that no figure is from before. */
  clear(): void {
    for (const loader of this.made.values()) loader.clearAll();
  }

  private of<Key extends string, Value>(declaration: LoaderDeclaration<Key, Value>): DataLoader<string, unknown> {
    const present = this.made.get(declaration.name);
    if (present !== undefined) return present;
    const batch = this.registry.batchOf(declaration.name);
    const loader = new DataLoader<string, unknown>(async (keys) => {
      const found = await batch(keys, this.context());
      return keys.map((key) => (found.has(key) ? found.get(key) : declaration.missing()));
    }, { maxBatchSize: 1_000 });
    this.made.set(declaration.name, loader);
    return loader;
  }
}
