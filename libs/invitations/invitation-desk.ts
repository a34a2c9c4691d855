import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { Clock, isId, newId, refuse } from '#kernel';
import type { InvitationId, Refusal } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { invitationAnswered } from './facts.js';
import { InvitationAnswer } from './invitation-answer.entity.js';
import { Invitation } from './invitation.entity.js';
import { whyClosed } from './invitation.rules.js';
import type { ClosedRefusal } from './invitation.rules.js';
import { answers, stateAfter } from './invitation.status.js';
import type { Deed, Way } from './invitation.status.js';
import { Quotas } from './quotas.js';
import type { QuotaRefusal } from './quotas.js';

/** What is done to an invitation, as its history tells it. */
export interface InvitationStep {
  readonly deed: Deed;
  readonly via: Way;
  readonly reason?: string | null;
  readonly places?: number | null;
}

/** An invitation, locked until the commit, with its conference. */
export interface LockedInvitation {
  readonly invitation: Invitation;
  readonly conference: Conference;
}

const TELLING: readonly Deed[] = [...answers, 'REGISTER', 'TIE'];

/** The one writer of invitations that exist: row, history, quota and fact go together. */
@Injectable()
export class InvitationDesk {
  constructor(private readonly conferences: Conferences, private readonly quotas: Quotas, readonly clock: Clock) {}

  /** Whoever answers, uses or changes it comes here first. Rows that name it (FOR KEY SHARE) do not stand in the way. */
  async lock(tx: Tx, id: InvitationId): Promise<LockedInvitation | null> {
    const invitation = isId(id) ? await tx.em.findOne(Invitation, { where: { id }, lock: { mode: 'for_no_key_update' } }) : null;
    const conference = invitation === null ? null : await this.conferences.byId(tx.em, invitation.conferenceId);
    return invitation === null || conference === null ? null : { invitation, conference };
  }

  /** Does a deed to a locked invitation; refused where the table of deeds, the time or a delegation's quota is against it. */
  async keep(tx: Tx, actor: Actor, before: Invitation, step: InvitationStep, changes: Partial<Invitation> = {}): Promise<Invitation | ClosedRefusal | QuotaRefusal | Refusal<'invitation.not-now'>> {
    const state = stateAfter(before.state, step.deed);
    if (state === undefined) return whyClosed(before, this.clock.now()) ?? refuse('invitation.not-now', { state: before.state });
    const now = this.clock.now();
    const isAnswer = TELLING.includes(step.deed);
    const columns: Partial<Invitation> = { state, updatedAt: now, version: before.version + 1, ...(isAnswer ? { answeredAt: now } : {}), ...changes };
    await tx.em.update(Invitation, { id: before.id }, columns);
    await tx.em.insert(InvitationAnswer, {
      id: newId(), invitationId: before.id, conferenceId: before.conferenceId, at: now, deed: step.deed, via: step.via, from: before.state, to: state,
      reason: step.reason ?? null, places: step.places ?? null, accountId: actor.accountId, tokenId: actor.tokenId,
    });
    const refused = await this.settle(tx, before);
    if (refused !== undefined) return refused;
    if (isAnswer) tx.record(invitationAnswered, { invitationId: before.id });
    return tx.em.create(Invitation, { ...before, ...columns });
  }

  /** Counts the places of its delegation anew; nothing where it has none. */
  async settle(tx: Tx, { delegationId }: Pick<Invitation, 'delegationId'>): Promise<QuotaRefusal | undefined> {
    if (delegationId === null) return undefined;
    await this.quotas.lock(tx, [delegationId]);
    return this.quotas.settle(tx, [delegationId]);
  }
}
