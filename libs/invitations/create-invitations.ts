import { Categories, Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { checkReason, Clock, invalid, isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, DelegationId, FieldProblem, InvitationId, Refusal } from '#kernel';
import { Countries, isProblems } from '#people';
import type { CountryTable } from '#people';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkInvitation, repeated } from './check-invitation.js';
import type { InvitationInput } from './check-invitation.js';
import { Delegation } from './delegation.entity.js';
import { refuseForeignPart } from './foreign-part.js';
import { InvitationLetters } from './invitation-letters.js';
import { mayEditInvitations, mayManageDelegation } from './invitation.policy.js';
import { Invitations } from './invitations.js';
import type { NewInvitation } from './new-invitation.js';

export interface InvitationsToCreate {
  readonly conferenceId: ConferenceId;
  readonly delegationId?: DelegationId | null | undefined;
  readonly invitations: readonly InvitationInput[];
  /** What is added to the letters; plain text. */
  readonly words?: string | null | undefined;
  /** False for those who were told otherwise, such as by a letter on paper. */
  readonly sendLetters: boolean;
}

/** What became of one row, in their order: an address that was invited already keeps its invitation and gets no letter. */
export interface CreatedInvitation {
  readonly invitationId: InvitationId;
  readonly isNew: boolean;
}

/** How many one request may invite; campaigns invite by the thousand. */
const MOST = 200;

/** Invites people one by one: for staff of the conference, and for the head of a delegation within its quota. */
@Injectable()
export class CreateInvitations {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly categories: Categories,
    private readonly countries: Countries, private readonly invitations: Invitations, private readonly letters: InvitationLetters, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: InvitationsToCreate): Promise<readonly CreatedInvitation[] | Refusal> {
    const countries = await this.countries.table();
    try {
      return await this.work.run((tx) => this.within(tx, actor, countries, input));
    } catch (fault) {
      return refuseForeignPart(fault, input.invitations, (row, field) => `invitations.${row}.${field}`);
    }
  }

  private async within(tx: Tx, actor: Actor, countries: CountryTable, input: InvitationsToCreate): Promise<readonly CreatedInvitation[] | Refusal> {
    const conference = isId(input.conferenceId) ? await this.conferences.byId(tx.em, input.conferenceId) : null;
    const delegationId = input.delegationId ?? null;
    const refused = await this.mayInvite(tx, actor, conference, delegationId);
    if (refused !== undefined) return refused;
    if (conference === null) return refuse('conference.unknown');
    if (input.invitations.length > MOST) return invalid([{ path: 'invitations', code: 'too-many', data: { max: MOST } }]);
    const around = { conference, countries, categories: await this.categories.ofConferences(tx.em, [conference.id]), now: this.clock.now() };
    const words = checkReason(input.words, 'words', false);
    const checked = input.invitations.map((one, index) => checkInvitation(one, `invitations.${index}`, around, delegationId));
    const problems: FieldProblem[] = [
      ...checked.flatMap((one) => (isProblems(one) ? one : [])), ...(isProblems(words) ? words : []),
      ...repeated(input.invitations.map(({ email }) => email)).map((index) => ({ path: `invitations.${index}.email`, code: 'invitation.twice' })),
    ];
    if (problems.length > 0 || isProblems(words)) return invalid(problems);
    const rows = checked.filter((one): one is NewInvitation => !isProblems(one));
    const issued = await this.invitations.issueWithin(tx, rows);
    if (isRefusal(issued)) return issued;
    const fresh = issued.filter(({ isNew }) => isNew).map(({ id }) => id);
    if (input.sendLetters) await this.letters.sent(tx, conference, await this.invitations.byIds(tx.em, fresh), { words });
    return issued.map(({ id, isNew }) => ({ invitationId: id, isNew }));
  }

  private async mayInvite(tx: Tx, actor: Actor, conference: Conference | null, delegationId: DelegationId | null): Promise<Refusal | undefined> {
    if (conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('conference.unknown');
    const may = mayEditInvitations(actor, conference) || delegationId !== null && mayManageDelegation(actor, conference, delegationId);
    if (!may) return denied(actor);
    const delegation = delegationId === null || !isId(delegationId) ? null : await tx.em.findOneBy(Delegation, { id: delegationId, conferenceId: conference.id });
    if (delegationId !== null && delegation === null) return refuse('delegation.unknown');
    return conference.state === 'ARCHIVED' ? refuse('conference.archived') : undefined;
  }
}
