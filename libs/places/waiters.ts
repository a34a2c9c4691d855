import type { RegistrationId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { PoolKind } from './places.status.js';

/**
 * Why some of those who wait may no longer have a place of the thing they wait for: a short code for each, such as
 * `nationality`; who is left out of the answer may have one. Asked under the pool's lock, so it reads and takes no locks.
 */
export type LineRule = (tx: Tx, subjectId: string, holders: readonly RegistrationId[]) => Promise<ReadonlyMap<RegistrationId, string>>;

/** The IANA zones in which some of them live, as far as they are known. */
export type ZoneReader = (tx: Tx, holders: readonly RegistrationId[]) => Promise<ReadonlyMap<RegistrationId, string>>;

/** What the rooms above know of those who wait, whom places knows by id only; each room adds its part when it is made. */
@Injectable()
export class Waiters {
  private readonly rules = new Map<PoolKind, LineRule[]>();
  private readZones: ZoneReader | undefined;

  /** Who breaks any rule of a kind of pool is skipped when it is his turn, and told. */
  addRule(kind: PoolKind, rule: LineRule): void {
    this.rules.set(kind, [...this.rules.get(kind) ?? [], rule]);
  }

  useZones(reader: ZoneReader): void {
    this.readZones = reader;
  }

  async notEligible(tx: Tx, pool: { readonly kind: PoolKind; readonly subjectId: string }, holders: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, string>> {
    const found = new Map<RegistrationId, string>();
    for (const rule of this.rules.get(pool.kind) ?? []) {
      for (const [holder, reason] of await rule(tx, pool.subjectId, holders)) found.set(holder, found.get(holder) ?? reason);
    }
    return found;
  }

  async zonesOf(tx: Tx, holders: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, string>> {
    return this.readZones === undefined ? new Map() : this.readZones(tx, holders);
  }
}
