import { Clock, newId } from '#kernel';
import type { DelegationId, InvitationId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Invitation } from './invitation.entity.js';
import { rightfulStates } from './invitation.status.js';
import { Quotas } from './quotas.js';

/** How many one sweep ends at a time: locks are held shortly. */
const BATCH = 500;

const DUE = `state = ANY($1::text[]) AND expires_at <= $2`;
const TAKE_DUE = `SELECT id FROM invitation WHERE ${DUE} AND used < places ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`;
const OF_ADDRESSES = `SELECT id FROM invitation WHERE ${DUE} AND used = 0
  AND (conference_id, address_key) IN (SELECT * FROM unnest($3::uuid[], $4::text[])) ORDER BY id FOR NO KEY UPDATE`;
// Who registered by it stays registered and it stays accepted; the places that nobody used lapse.
const END = `
  WITH ended AS (
    UPDATE invitation i SET state = CASE WHEN i.used = 0 THEN 'EXPIRED' ELSE i.state END, places = greatest(i.used, CASE WHEN i.used = 0 THEN i.places ELSE 1 END),
      asked_places = NULL, updated_at = $2, version = i.version + 1
    FROM (SELECT id, state FROM invitation WHERE id = ANY($1::uuid[])) before
    WHERE i.id = before.id RETURNING i.id, i.conference_id, i.delegation_id, before.state AS from_state, i.state AS to_state, i.used),
  kept AS (
    INSERT INTO invitation_answer (id, invitation_id, conference_id, at, deed, via, from_state, to_state, places)
    SELECT t.id, e.id, e.conference_id, $2, 'EXPIRE', 'SYSTEM', e.from_state, e.to_state, e.used
    FROM ended e JOIN unnest($3::uuid[], $1::uuid[]) AS t(id, invitation_id) ON t.invitation_id = e.id)
  SELECT DISTINCT delegation_id AS "delegationId" FROM ended WHERE delegation_id IS NOT NULL ORDER BY 1`;

/** Ends invitations whose time ran out; what is due is written in their rows, so a restart loses nothing. */
@Injectable()
export class ExpireInvitations {
  constructor(private readonly work: UnitOfWork, private readonly quotas: Quotas, private readonly clock: Clock) {}

  /** Ends what is due, a batch at a time. */
  async run(): Promise<void> {
    for (;;) {
      const ended = await this.work.run((tx) => this.batch(tx));
      if (ended < BATCH) return;
    }
  }

  /** Ends those of the addresses that are due, so that they do not stand in the way of new ones. */
  async ofAddresses(tx: Tx, invitations: readonly Pick<Invitation, 'conferenceId' | 'addressKey'>[]): Promise<void> {
    const due = await tx.query<{ id: InvitationId }>(OF_ADDRESSES, [
      rightfulStates, this.clock.now(), invitations.map(({ conferenceId }) => conferenceId), invitations.map(({ addressKey }) => addressKey),
    ]);
    await this.end(tx, due.map(({ id }) => id));
  }

  private async batch(tx: Tx): Promise<number> {
    const due = await tx.query<{ id: InvitationId }>(TAKE_DUE, [rightfulStates, this.clock.now()]);
    await this.end(tx, due.map(({ id }) => id));
    return due.length;
  }

  private async end(tx: Tx, ids: readonly InvitationId[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await tx.query<{ delegationId: DelegationId }>(END, [ids, this.clock.now(), ids.map(() => newId())]);
    const delegations = rows.map(({ delegationId }) => delegationId);
    await this.quotas.lock(tx, delegations);
    await this.quotas.settle(tx, delegations);
  }
}
