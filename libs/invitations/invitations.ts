import { emailKey } from '#identity';
import { Clock, isRefusal } from '#kernel';
import type { ConferenceId, ForumId, InvitationId, VisitId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { ExpireInvitations } from './expire-invitations.js';
import { InvitationAnswer } from './invitation-answer.entity.js';
import { Invitation } from './invitation.entity.js';
import { speakingStates } from './invitation.status.js';
import { invitationRow } from './new-invitation.js';
import type { NewInvitation } from './new-invitation.js';
import { Quotas } from './quotas.js';
import type { QuotaRefusal } from './quotas.js';

// The name of the index is not said here: a statement names the columns and condition that it infers it by.
const SPEAKING = speakingStates.map((state) => `'${state}'`).join(', ');
const FOUND = `SELECT id, conference_id AS "conferenceId", address_key AS "addressKey" FROM invitation
  WHERE (conference_id, address_key) IN (SELECT * FROM unnest($1::uuid[], $2::text[])) AND state IN (${SPEAKING})`;

/** The door of invitations for the rooms above. */
@Injectable()
export class Invitations {
  constructor(private readonly quotas: Quotas, private readonly expire: ExpireInvitations, private readonly clock: Clock) {}

  byId(em: EntityManager, id: InvitationId): Promise<Invitation | null> {
    return em.findOneBy(Invitation, { id });
  }

  /** In no particular order; unknown ids are left out. */
  byIds(em: EntityManager, ids: readonly InvitationId[]): Promise<Invitation[]> {
    return em.findBy(Invitation, { id: In([...ids]) });
  }

  /** The invitation of each address that still speaks. */
  ofAddresses(em: EntityManager, conferenceId: ConferenceId, addresses: readonly string[]): Promise<Invitation[]> {
    return em.findBy(Invitation, { conferenceId, addressKey: In(addresses.map(emailKey)), state: In([...speakingStates]) });
  }

  /** Whether a registration's invitation includes a forum or a visit: it is then open to it, whatever its audience. */
  async includes(em: EntityManager, id: InvitationId | null, part: { readonly forumId: ForumId } | { readonly visitId: VisitId }): Promise<boolean> {
    const invitation = id === null ? null : await this.byId(em, id);
    if (invitation === null) return false;
    return 'forumId' in part ? invitation.forumIds.includes(part.forumId) : invitation.visitIds.includes(part.visitId);
  }

  /** What happened to each, oldest first. */
  historyOf(em: EntityManager, ids: readonly InvitationId[]): Promise<InvitationAnswer[]> {
    return em.find(InvitationAnswer, { where: { invitationId: In([...ids]) }, order: { id: 'ASC' } });
  }

  /**
   * Issues invitations by the same few statements however many: their ids in the order of `rows`. An address that has
   * one to the conference that still speaks (a declined one, too) keeps it, and its id is given. Writes no letter.
   */
  async issue(tx: Tx, rows: readonly Omit<NewInvitation, 'delegationId'>[]): Promise<InvitationId[]> {
    const issued = await this.issueWithin(tx, rows.map((row) => ({ ...row, delegationId: null })));
    if (isRefusal(issued)) throw new Error(`an invitation without a delegation met its quota: ${issued.refused}`);
    return issued.map(({ id }) => id);
  }

  /** As `issue`, into delegations as well, whose quotas may refuse; says which are new. */
  async issueWithin(tx: Tx, rows: readonly NewInvitation[]): Promise<{ id: InvitationId; isNew: boolean }[] | QuotaRefusal> {
    const made = rows.map((row) => invitationRow(row, this.clock.now()));
    await this.expire.ofAddresses(tx, made);
    const delegations = [...new Set(made.flatMap(({ delegationId }) => (delegationId === null ? [] : [delegationId])))].sort();
    await this.quotas.lock(tx, delegations);
    const written = new Set((await this.write(tx, made)).map(({ id }) => id));
    const refused = await this.quotas.settle(tx, delegations);
    if (refused !== undefined) return refused;
    const found = await tx.query<Pick<Invitation, 'id' | 'conferenceId' | 'addressKey'>>(FOUND, [made.map(({ conferenceId }) => conferenceId), made.map(({ addressKey }) => addressKey)]);
    const ids = new Map(found.map((one) => [keyOf(one), one.id]));
    return made.map((one) => {
      const id = ids.get(keyOf(one));
      if (id === undefined) throw new Error(`the invitation of ${one.id} is neither written nor found`);
      return { id, isNew: written.has(id) };
    });
  }

  private write(tx: Tx, rows: readonly Invitation[]): Promise<Pick<Invitation, 'id'>[]> {
    const { columns } = tx.em.connection.getMetadata(Invitation);
    const names = columns.map(({ databaseName }) => databaseName).join(', ');
    const records = rows.map((row) => Object.fromEntries(columns.map(({ databaseName, propertyName }) => [databaseName, row[propertyName as keyof Invitation]])));
    return tx.query(`INSERT INTO invitation (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::invitation, $1::jsonb)
      ON CONFLICT (conference_id, address_key) WHERE state IN (${SPEAKING}) DO NOTHING RETURNING id`, [JSON.stringify(records)]);
  }
}

function keyOf({ conferenceId, addressKey }: Pick<Invitation, 'conferenceId' | 'addressKey'>): string {
  return `${conferenceId} ${addressKey}`;
}
