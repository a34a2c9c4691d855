import { randomInt } from 'node:crypto';
import type { CategoryId, ConferenceId } from '#kernel';
import { rowsOf } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RegistrationState } from './registration.status.js';

export interface CountChange {
  readonly conferenceId: ConferenceId;
  readonly categoryId: CategoryId;
  readonly state: RegistrationState;
  readonly by: number;
}

export interface RegistrationCount {
  readonly categoryId: CategoryId;
  readonly state: RegistrationState;
  readonly n: number;
}

const SHARDS = 16;

const ADD = `
  INSERT INTO registration_count (conference_id, category_id, state, shard, n)
  SELECT t.conference_id, t.category_id, t.state, $1, t.n FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[]) AS t(conference_id, category_id, state, n)
  ON CONFLICT (conference_id, category_id, state, shard) DO UPDATE SET n = registration_count.n + excluded.n`;

const READ = `
  SELECT category_id AS "categoryId", state, sum(n)::int AS n FROM registration_count
  WHERE conference_id = $1 GROUP BY category_id, state HAVING sum(n) <> 0`;

/**
 * How many registrations there are by category and state, kept by those who write them, since counting a million rows
 * takes a second. Each writer adds to one of several shards, so that writers do not queue for one row.
 */
@Injectable()
export class RegistrationCounts {
  private readonly changes = new WeakMap<Tx, CountChange[]>();

  /** Counted just before the commit: all of a transaction by one statement. */
  add(tx: Tx, changes: readonly CountChange[]): void {
    const known = this.changes.get(tx);
    if (known !== undefined) known.push(...changes);
    else {
      const all = [...changes];
      this.changes.set(tx, all);
      tx.beforeCommit(() => this.write(tx, all));
    }
  }

  private async write(tx: Tx, changes: readonly CountChange[]): Promise<void> {
    const sums = new Map<string, CountChange>();
    for (const change of changes) {
      const key = `${change.conferenceId} ${change.categoryId} ${change.state}`;
      sums.set(key, { ...change, by: change.by + (sums.get(key)?.by ?? 0) });
    }
    // In one order for every writer: two that lock the same rows do not wait for each other in a circle.
    const sorted = [...sums].filter(([, { by }]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
    if (sorted.length === 0) return;
    await tx.query(ADD, [
      randomInt(SHARDS), sorted.map((change) => change.conferenceId), sorted.map((change) => change.categoryId), sorted.map((change) => change.state), sorted.map((change) => change.by),
    ]);
  }

  read(em: EntityManager, conferenceId: ConferenceId): Promise<RegistrationCount[]> {
    return rowsOf<RegistrationCount>(em, READ, [conferenceId]);
  }
}
