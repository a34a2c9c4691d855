import { emailKey } from '#identity';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { CategoryId, ConferenceId, DelegationId, InvitationId, Refusal, RegistrationId } from '#kernel';
import { LinkTokens } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { InvitationDesk } from './invitation-desk.js';
import { InvitationGuards } from './invitation-guards.js';
import { INVITATION_LINK } from './invitation-link.js';
import { Invitation } from './invitation.entity.js';
import { whyNotRegister } from './invitation.rules.js';
import type { Deed, Way } from './invitation.status.js';
import { rightfulStates } from './invitation.status.js';

/** A registration as invitations know it. */
export interface InvitedRegistration {
  readonly id: RegistrationId;
  readonly conferenceId: ConferenceId;
  readonly categoryId: CategoryId;
  /** The address that manages it. */
  readonly email: string;
  readonly invitationId: InvitationId | null;
  readonly delegationId: DelegationId | null;
}

/** Who enters it, and how its history shall tell it. */
export interface Entering {
  readonly deed: Extract<Deed, 'REGISTER' | 'TIE'>;
  readonly via: Way;
  /** Staff or the head of the delegation say that it is the right person. */
  readonly isVouchedFor: boolean;
}

const INVITED = `
  SELECT t.n FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t(conference_id, address_key, n)
  WHERE EXISTS (SELECT 1 FROM invitation i WHERE i.conference_id = t.conference_id AND i.address_key = t.address_key
    AND i.state IN ('OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED') AND i.state = ANY($3::text[]))`;

/**
 * The places that live registrations use of invitations and delegations. Taken after holders and pools, and given back in
 * the same order, each in the transaction that moves the registration.
 */
@Injectable()
export class InvitedPlaces {
  constructor(private readonly desk: InvitationDesk, private readonly tokens: LinkTokens, private readonly guards: InvitationGuards) {}

  /** The invitation to the conference that a link's token names. */
  async ofToken(em: EntityManager, token: string, conferenceId: ConferenceId): Promise<Invitation | Refusal<'invitation.unknown'>> {
    const id = this.tokens.verifyLinkToken<InvitationId>(INVITATION_LINK, token);
    const invitation = id === undefined ? null : await em.findOneBy(Invitation, { id, conferenceId });
    return invitation ?? refuse('invitation.unknown');
  }

  /** The invitation by which an address may register, if it has one. */
  ofAddress(em: EntityManager, conferenceId: ConferenceId, email: string): Promise<Invitation | null> {
    return em.findOneBy(Invitation, { conferenceId, addressKey: emailKey(email), state: In([...rightfulStates]) });
  }

  /** Which of many, by their places, come with an address that has an invitation to the conference; one statement for all. */
  async invited(tx: Tx, comers: readonly { readonly conferenceId: ConferenceId; readonly email: string }[]): Promise<ReadonlySet<number>> {
    const rows = await tx.query<{ n: string }>(INVITED, [comers.map(({ conferenceId }) => conferenceId), comers.map(({ email }) => emailKey(email)), rightfulStates]);
    return new Set(rows.map(({ n }) => Number(n) - 1));
  }

  byId(em: EntityManager, id: InvitationId): Promise<Invitation | null> {
    return em.findOneBy(Invitation, { id });
  }

  /** Why one may not register by an invitation now, if so; `use` asks again under the lock. */
  whyNot(invitation: Invitation, registration: Pick<InvitedRegistration, 'categoryId' | 'email'>, isVouchedFor: boolean): Refusal | undefined {
    return whyNotRegister(invitation, { now: this.desk.clock.now(), categoryId: registration.categoryId, addressKey: emailKey(registration.email), isVouchedFor });
  }

  /** Takes the place of a registration that was written; nothing for one that came by no invitation and no delegation. */
  async use(tx: Tx, actor: Actor, registration: InvitedRegistration, entering: Entering): Promise<Refusal | undefined> {
    const { id, conferenceId, categoryId, invitationId, delegationId } = registration;
    if (invitationId === null && delegationId === null) return undefined;
    await tx.query('INSERT INTO invited_place (registration_id, conference_id, category_id, invitation_id, delegation_id) VALUES ($1, $2, $3, $4, $5)', [id, conferenceId, categoryId, invitationId, delegationId]);
    if (invitationId === null) return this.desk.settle(tx, { delegationId });
    const invitation = await this.locked(tx, invitationId);
    const refused = this.whyNot(entering.deed === 'TIE' && invitation.state === 'DECLINED' ? { ...invitation, state: 'ACCEPTED' } : invitation, registration, entering.isVouchedFor);
    if (refused !== undefined) return refused;
    const kept = await this.desk.keep(tx, actor, invitation, entering, { used: invitation.used + 1 });
    return isRefusal(kept) ? kept : undefined;
  }

  /** Gives back what a registration used, when it is none any more. */
  async giveBack(tx: Tx, registrationId: RegistrationId): Promise<void> {
    const [place] = await tx.query<{ invitationId: InvitationId | null; delegationId: DelegationId | null }>(
      'DELETE FROM invited_place WHERE registration_id = $1 RETURNING invitation_id AS "invitationId", delegation_id AS "delegationId"', [registrationId]);
    if (place === undefined) return;
    if (place.invitationId !== null) await tx.query('UPDATE invitation SET used = used - 1, version = version + 1, updated_at = $2 WHERE id = $1', [place.invitationId, this.desk.clock.now()]);
    const refused = await this.desk.settle(tx, place);
    if (refused !== undefined) throw new Error(`giving back a place of a delegation was refused: ${refused.refused}`);
  }

  private async locked(tx: Tx, id: InvitationId): Promise<Invitation> {
    if (!this.guards.invitationLock) return tx.em.findOneByOrFail(Invitation, { id });
    const locked = await this.desk.lock(tx, id);
    if (locked === null) throw new Error(`registrations name invitation ${id}, which is not there`);
    return locked.invitation;
  }
}
