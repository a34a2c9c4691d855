import type { Category, Conference } from '#conferences';
import { invitationLink, maskedAddress, mayEditInvitations, standingOf } from '#invitations';
import type { Delegation, Invitation, InvitationAnswer, InvitationState } from '#invitations';
import { Clock } from '#kernel';
import type { LocalizedText } from '#kernel';
import { LinkTokens } from '#platform';
import type { Forum } from '#programme';
import type { Registration } from '#registration';
import type { Visit } from '#visits';
import { Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { categoryById, conferenceById } from '../conferences/conferences.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { forumById } from '../programme/programme.loaders.js';
import { sees } from '../registration/registration.sight.js';
import { visitById } from '../visits/visits.loaders.js';
import { delegationById, historyOfInvitation, registrationsOfInvitation } from './invitations.loaders.js';

/** What an invitation and the card that its link shows have in common. */
@Injectable()
abstract class Shown {
  constructor(protected readonly clock: Clock) {}

  @ResolveField('conference')
  conference(@Parent() { conferenceId }: Invitation, @Context() { loaders }: RequestContext): Promise<Conference | null> {
    return loaders.load(conferenceById, conferenceId);
  }

  @ResolveField('state')
  state(@Parent() invitation: Invitation): InvitationState {
    return standingOf(invitation, this.clock.now());
  }

  @ResolveField('category')
  category(@Parent() { categoryId }: Invitation, @Context() { loaders }: RequestContext): Promise<Category | null> {
    return categoryId === null ? Promise.resolve(null) : loaders.load(categoryById, categoryId);
  }

  @ResolveField('isPersonal')
  isPersonal(@Parent() { locked }: Invitation): boolean {
    return locked;
  }

  @ResolveField('forums')
  async forums(@Parent() { forumIds }: Invitation, @Context() { loaders }: RequestContext): Promise<readonly Forum[]> {
    return (await loaders.loadMany(forumById, forumIds)).filter((forum) => forum !== null);
  }

  @ResolveField('visits')
  async visits(@Parent() { visitIds }: Invitation, @Context() { loaders }: RequestContext): Promise<readonly Visit[]> {
    return (await loaders.loadMany(visitById, visitIds)).filter((visit) => visit !== null);
  }
}

/** What the link of an invitation shows to whoever holds it. */
@Resolver('InvitationCard')
export class InvitationCardResolver extends Shown {
  @ResolveField('maskedAddress')
  maskedAddress(@Parent() { toAddress }: Invitation): string {
    return maskedAddress(toAddress);
  }

  @ResolveField('delegationName')
  async delegationName(@Parent() { delegationId }: Invitation, @Context() { loaders }: RequestContext): Promise<LocalizedText | null> {
    return delegationId === null ? null : (await loaders.load(delegationById, delegationId))?.name ?? null;
  }
}

/** An invitation for staff and for heads of delegations; only they come to ask. */
@Resolver('Invitation')
export class InvitationFieldsResolver extends Shown {
  constructor(clock: Clock, private readonly tokens: LinkTokens) {
    super(clock);
  }

  @ResolveField('delegation')
  delegation(@Parent() { delegationId }: Invitation, @Context() { loaders }: RequestContext): Promise<Delegation | null> {
    return delegationId === null ? Promise.resolve(null) : loaders.load(delegationById, delegationId);
  }

  @ResolveField('link')
  async link(@Parent() { id, locale, conferenceId }: Invitation, @Context() { actor, loaders }: RequestContext): Promise<string | null> {
    const conference = await loaders.load(conferenceById, conferenceId);
    return conference !== null && mayEditInvitations(actor, conference) ? invitationLink(this.tokens, id, locale) : null;
  }

  @ResolveField('registrations')
  async registrations(@Parent() { id }: Invitation, @Context() context: RequestContext): Promise<readonly Registration[]> {
    const all = await context.loaders.load(registrationsOfInvitation, id);
    const seen = await Promise.all(all.map((one) => sees(one, context)));
    return all.filter((_one, index) => seen[index] === true);
  }

  @ResolveField('history')
  history(@Parent() { id }: Invitation, @Context() { loaders }: RequestContext): Promise<readonly InvitationAnswer[]> {
    return loaders.load(historyOfInvitation, id);
  }
}
