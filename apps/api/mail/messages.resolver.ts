import { Conferences, scopeOf } from '#conferences';
import { denied, may } from '#identity';
import type { Actor, Scope } from '#identity';
import { isId, isRefusal } from '#kernel';
import type { ConferenceId, Refusal, RegistrationId } from '#kernel';
import { MessageStore } from '#mail';
import type { MessageFigure, MessageFilter } from '#mail';
import { UnitOfWork } from '#platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { Message, QueryMessageFiguresArgs, QueryMessagesArgs } from '../graphql/schema.gen.js';
import { toMessage } from './message.view.js';

@Resolver()
export class MessagesResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly store: MessageStore,
  ) {}

  @Query('messages')
  @Allow('mail.read')
  async messages(@CurrentActor() actor: Actor, @Args() args: QueryMessagesArgs): Promise<Connection<Message> | Refusal> {
    const conferenceId = await this.readable(actor, args.conferenceId);
    if (isRefusal(conferenceId)) return conferenceId;
    const filter = filterOf(args.filter ?? {});
    if (filter === undefined) return connection({ items: [], hasNextPage: false }, 0, toMessage);
    const page = await this.store.page(conferenceId, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.store.count(conferenceId, filter), toMessage);
  }

  @Query('messageFigures')
  @Allow('mail.read')
  async figures(@CurrentActor() actor: Actor, @Args() args: QueryMessageFiguresArgs): Promise<readonly MessageFigure[] | Refusal> {
    const conferenceId = await this.readable(actor, args.conferenceId);
    return isRefusal(conferenceId) ? conferenceId : this.store.figures(conferenceId);
  }

  private async readable(actor: Actor, id: string): Promise<ConferenceId | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id as ConferenceId) : null;
    const scope: Scope = conference === null ? {} : scopeOf(conference);
    return conference !== null && may(actor, 'mail.read', scope) ? conference.id : denied(actor);
  }
}

/** Nothing where the filter can match nothing. */
function filterOf(input: NonNullable<QueryMessagesArgs['filter']>): MessageFilter | undefined {
  if (input.registrationId != null && !isId(input.registrationId)) return undefined;
  return {
    states: input.states ?? undefined,
    kinds: input.kinds ?? undefined,
    to: input.to ?? undefined,
    registrationId: input.registrationId == null ? undefined : (input.registrationId as RegistrationId),
  };
}
