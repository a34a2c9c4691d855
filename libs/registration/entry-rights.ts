import { Contacts } from '#contacts';
import { denied, emailKey } from '#identity';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { ConferenceId, DelegationId, Refusal } from '#kernel';
import { Delegations, InvitedPlaces, mayManageDelegation } from '#invitations';
import type { Entering, Invitation } from '#invitations';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Conditions } from './conditions.js';
import type { Entrant } from './entrants.js';
import type { Registration } from './registration.entity.js';
import { manages } from './registration.policy.js';
import type { Mover } from './registration.status.js';

/** By what right somebody registers besides being let in as everybody. */
export interface EntryRight {
  readonly invitation: Invitation | null;
  readonly delegationId: DelegationId | null;
  /** Whether it opens the category where that is by invitation, not open yet or shut by its own times. */
  readonly opensCategory: boolean;
}

/** What an entry says of it. */
export interface ClaimedRight {
  /** The token of an invitation's link. */
  readonly invitation?: string | null | undefined;
  /** The delegation that a head, or staff, registers a member of. */
  readonly delegationId?: DelegationId | null | undefined;
}

/** Of somebody who comes as everybody does. */
export const NO_RIGHT: EntryRight = { invitation: null, delegationId: null, opensCategory: false };

/** Finds the invitation or the delegation by which somebody registers, and has their places used and given back. */
@Injectable()
export class EntryRights {
  constructor(private readonly places: InvitedPlaces, private readonly delegations: Delegations, private readonly contacts: Contacts) {}

  /** The right that is claimed, else the invitation of the address, if it fits. */
  async of(tx: Tx, actor: Actor, { conference, category }: Conditions, { email, mover }: Entrant, claimed: ClaimedRight): Promise<EntryRight | Refusal> {
    const comer = { categoryId: category.id, email };
    if (claimed.invitation != null) {
      const invitation = await this.places.ofToken(tx.em, claimed.invitation, conference.id);
      return isRefusal(invitation) ? invitation : this.places.whyNot(invitation, comer, mover === 'STAFF') ?? rightOf(invitation);
    }
    if (claimed.delegationId != null) {
      const delegation = await this.delegations.byId(tx.em, claimed.delegationId);
      if (delegation?.conferenceId !== conference.id) return refuse('delegation.unknown');
      return mayManageDelegation(actor, conference, delegation.id) ? { invitation: null, delegationId: delegation.id, opensCategory: true } : denied(actor);
    }
    const invitation = await this.places.ofAddress(tx.em, conference.id, email);
    return invitation === null || this.places.whyNot(invitation, comer, true) !== undefined ? NO_RIGHT : rightOf(invitation);
  }

  /** The right that a draft was begun by, as it stands now. */
  async ofDraft(tx: Tx, { invitationId, delegationId, categoryId, email }: Registration, isVouchedFor: boolean): Promise<EntryRight | Refusal> {
    if (invitationId === null) return delegationId === null ? NO_RIGHT : { invitation: null, delegationId, opensCategory: true };
    const invitation = await this.places.byId(tx.em, invitationId);
    if (invitation === null) throw new Error(`invitation ${invitationId} of a draft is gone`);
    return this.places.whyNot(invitation, { categoryId, email }, isVouchedFor) ?? rightOf(invitation);
  }

  /** The addresses that have an invitation to their conference. */
  invited(tx: Tx, comers: readonly { readonly conferenceId: ConferenceId; readonly email: string }[]): Promise<ReadonlySet<number>> {
    return this.places.invited(tx, comers);
  }

  /** Takes the place of a registration that was handed in. */
  use(tx: Tx, actor: Actor, registration: Registration, mover: Mover): Promise<Refusal | undefined> {
    return this.enter(tx, actor, registration, { deed: 'REGISTER', ...enteringAs(actor, registration, mover) });
  }

  /** Takes the place of a registration of which staff say that it is that of the invited. */
  tie(tx: Tx, actor: Actor, registration: Registration): Promise<Refusal | undefined> {
    return this.enter(tx, actor, registration, { deed: 'TIE', via: 'STAFF', isVouchedFor: true });
  }

  giveBack(tx: Tx, { id, invitationId, delegationId }: Registration): Promise<void> {
    return invitationId === null && delegationId === null ? Promise.resolve() : this.places.giveBack(tx, id);
  }

  private async enter(tx: Tx, actor: Actor, registration: Registration, entering: Entering): Promise<Refusal | undefined> {
    const refused = await this.places.use(tx, actor, registration, entering);
    if (refused !== undefined || registration.invitationId === null || registration.personId === null) return refused;
    const invitation = await this.places.byId(tx.em, registration.invitationId);
    if (invitation?.contactId != null && isTheInvited(invitation, registration, entering)) await this.contacts.knowAs(tx, invitation.contactId, registration.personId);
    return undefined;
  }
}

function rightOf(invitation: Invitation): EntryRight {
  return { invitation, delegationId: invitation.delegationId, opensCategory: invitation.categoryId !== null };
}

/** Whoever else comes by the link, or as one of several, is not the contact who was invited. */
function isTheInvited({ addressKey, places }: Invitation, { email }: Registration, { deed }: Entering): boolean {
  return deed === 'TIE' || places === 1 && addressKey === emailKey(email);
}

/** Staff and the head of a delegation answer for whom they enter. */
function enteringAs(actor: Actor, registration: Registration, mover: Mover): Pick<Entering, 'via' | 'isVouchedFor'> {
  if (mover === 'STAFF') return { via: 'STAFF', isVouchedFor: true };
  return manages(actor, registration) ? { via: 'ACCOUNT', isVouchedFor: false } : { via: 'HEAD', isVouchedFor: true };
}
