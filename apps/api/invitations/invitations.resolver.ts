import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { INVITATION_LINK, InvitationList, mayReadInvitations } from '#invitations';
import type { Invitation, InvitationCount } from '#invitations';
import { isId, isRefusal } from '#kernel';
import type { ConferenceId, InvitationId, Refusal } from '#kernel';
import { LinkTokens, UnitOfWork } from '#platform';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, SignedIn } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryInvitationsArgs } from '../graphql/schema.gen.js';
import { InvitationArguments } from './invitation-arguments.js';
import { invitationById } from './invitations.loaders.js';
import { seesInvitation } from './invitations.sight.js';

/** Finding invitations: by the link for the invited, in lists for staff. */
@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly tokens: LinkTokens, private readonly conferences: Conferences,
    private readonly list: InvitationList, private readonly reading: InvitationArguments,
  ) {}

  @Query('invitation')
  @Public()
  async invitation(@Args('token') token: string, @Context() { loaders }: RequestContext): Promise<Invitation | null> {
    const id = this.tokens.verifyLinkToken<InvitationId>(INVITATION_LINK, token);
    return id === undefined ? null : loaders.load(invitationById, id);
  }

  @Query('issuedInvitation')
  @SignedIn()
  async issued(@Args('id') id: string, @Context() context: RequestContext): Promise<Invitation | null> {
    const found = isId(id) ? await context.loaders.load(invitationById, id as InvitationId) : null;
    return found !== null && await seesInvitation(found, context) ? found : null;
  }

  @Query('invitations')
  @Allow('invitations.read')
  async invitations(@CurrentActor() actor: Actor, @Args() args: QueryInvitationsArgs): Promise<Connection<Invitation> | Refusal> {
    const conferenceId = await this.readable(actor, args.conferenceId);
    if (isRefusal(conferenceId)) return conferenceId;
    const filter = await this.reading.filter(conferenceId, args.filter);
    const page = await this.list.page(conferenceId, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.list.count(conferenceId, filter), (row) => row);
  }

  @Query('invitationCounts')
  @Allow('invitations.read')
  async counts(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Promise<readonly InvitationCount[] | Refusal> {
    const conferenceId = await this.readable(actor, id);
    return isRefusal(conferenceId) ? conferenceId : this.list.counts(conferenceId);
  }

  private async readable(actor: Actor, id: string): Promise<ConferenceId | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id as ConferenceId) : null;
    return conference !== null && mayReadInvitations(actor, conference) ? conference.id : denied(actor);
  }
}
