import { Injectable } from '@nestjs/common';
import { addressKey, newId } from '#kernel';
import type { ConferenceId, MessageId, SuppressionId } from '#kernel';
import { rowsOf } from '#platform';
import type { Tx } from '#platform';
import type { EntityManager } from 'typeorm';
import type { SuppressionReason } from './suppression.entity.js';

export interface SuppressionToAdd {
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note?: string | undefined;
  readonly messageId?: MessageId | undefined;
  /** When it was first so, for a list that comes from elsewhere; now where absent. */
  readonly since?: Date | undefined;
}

// Of several reasons the strongest is told: what the address is, before what its owner or staff wished.
const OF = `
  SELECT DISTINCT ON (address_key) address_key AS key, reason FROM suppression
  WHERE address_key = ANY($2::text[]) AND (conference_id IS NULL OR conference_id = $1) AND lifted_at IS NULL
  ORDER BY address_key, array_position(ARRAY['COMPLAINT', 'HARD_BOUNCE', 'UNSUBSCRIBED', 'STAFF', 'IMPORT'], reason)`;
const ADD = `
  INSERT INTO suppression (id, conference_id, address_key, address, reason, note, message_id, created_at)
  SELECT t.id, $1, t.key, t.address, t.reason, t.note, t.message_id, coalesce(t.since, now())
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[]) AS t(id, key, address, reason, note, message_id, since)
  ORDER BY t.key ON CONFLICT (address_key, conference_id) WHERE lifted_at IS NULL DO NOTHING RETURNING id`;
const LIFT = 'UPDATE suppression SET lifted_at = now() WHERE id = $1 AND lifted_at IS NULL RETURNING id';

/** Whom mailings do not write to. Letters that a person's own step causes (signing in, confirmations) do not ask here. */
@Injectable()
export class Suppressions {
  /** Which of the addresses a mailing of the conference must leave out, and why; by `addressKey`. */
  async of(em: EntityManager, conferenceId: ConferenceId, addresses: readonly string[]): Promise<ReadonlyMap<string, SuppressionReason>> {
    if (addresses.length === 0) return new Map();
    const rows = await rowsOf<{ key: string; reason: SuppressionReason }>(em, OF, [conferenceId, addresses.map(addressKey)]);
    return new Map(rows.map(({ key, reason }) => [key, reason]));
  }

  /** Adds addresses for a conference, or for all where it is null. @returns those that were not there before */
  async add(tx: Tx, conferenceId: ConferenceId | null, added: readonly SuppressionToAdd[]): Promise<readonly SuppressionId[]> {
    if (added.length === 0) return [];
    const rows = await tx.query<{ id: SuppressionId }>(ADD, [
      conferenceId, added.map(() => newId()), added.map(({ address }) => addressKey(address)), added.map(({ address }) => address.trim()),
      added.map(({ reason }) => reason), added.map(({ note }) => note ?? null), added.map(({ messageId }) => messageId ?? null), added.map(({ since }) => since ?? null),
    ]);
    return rows.map(({ id }) => id);
  }

  /** Mailings may write to the address again. False where it is not suppressed under this id. */
  async lift(tx: Tx, id: SuppressionId): Promise<boolean> {
    return (await tx.query(LIFT, [id])).length === 1;
  }
}
