import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { Invitations, mayEditInvitations } from '#invitations';
import { isId, refuse } from '#kernel';
import type { InvitationId, Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { EntryRights } from './entry-rights.js';
import { RegistrationStore } from './registration.store.js';
import { isLive } from './registration.status.js';

export interface InvitationToTie {
  readonly id: InvitationId;
  readonly registrationId: RegistrationId;
}

/** Says that a registration made under another address is that of the invited: it then counts for the invitation, and for its delegation. */
@Injectable()
export class TieInvitation {
  constructor(
    private readonly work: UnitOfWork, private readonly store: RegistrationStore, private readonly conferences: Conferences,
    private readonly invitations: Invitations, private readonly rights: EntryRights,
  ) {}

  run(actor: Actor, { id, registrationId }: InvitationToTie): Promise<{ invitationId: InvitationId } | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, id, registrationId));
  }

  private async within(tx: Tx, actor: Actor, id: InvitationId, registrationId: RegistrationId): Promise<{ invitationId: InvitationId } | Refusal> {
    const registration = isId(registrationId) ? await this.store.lock(tx, registrationId) : null;
    const invitation = isId(id) ? await this.invitations.byId(tx.em, id) : null;
    const conference = invitation === null ? null : await this.conferences.byId(tx.em, invitation.conferenceId);
    if (invitation === null || conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('invitation.unknown');
    if (!mayEditInvitations(actor, conference)) return denied(actor);
    if (registration?.conferenceId !== conference.id) return refuse('registration.unknown');
    if (!isLive(registration.state)) return refuse('registration.not-confirmed', { state: registration.state });
    if (registration.invitationId !== null || registration.delegationId !== null && registration.delegationId !== invitation.delegationId) return refuse('registration.invited-already');
    await this.rights.giveBack(tx, registration);
    const tied = await this.store.change(tx, registration, { invitationId: id, delegationId: invitation.delegationId });
    return await this.rights.tie(tx, actor, tied) ?? { invitationId: id };
  }
}
