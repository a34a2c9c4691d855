import { Conferences, scopeOf } from '#conferences';
import { Audit, denied, may } from '#identity';
import type { Actor, Scope } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, MessageId, Refusal } from '#kernel';
import { MessageStore, SettleUnclear } from '#mail';
import { UnitOfWork } from '#platform';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { Message, MutationSettleUnclearMessageArgs } from '../graphql/schema.gen.js';
import { toMessage } from './message.view.js';

@Resolver()
export class SettleUnclearResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly store: MessageStore,
    private readonly verb: SettleUnclear,
    private readonly audit: Audit,
  ) {}

  @Mutation('settleUnclearMessage')
  @Allow('mail.settle')
  async settle(@CurrentActor() actor: Actor, @Args() { id, arrived }: MutationSettleUnclearMessageArgs): Promise<Message | Refusal> {
    const message = isId(id) ? await this.store.byId(id as MessageId) : undefined;
    if (message === undefined) return may(actor, 'mail.settle', {}) ? refuse('message.unknown') : denied(actor);
    if (!may(actor, 'mail.settle', await this.scopeOf(message.conferenceId))) return denied(actor);
    const settled = await this.work.run(async (tx) => {
      const settlement = await this.verb.within(tx, message.id, arrived);
      if (isRefusal(settlement)) return settlement;
      await this.audit.write(tx, {
        actor, action: arrived ? 'message.settled-as-arrived' : 'message.sent-once-more', subjectKind: 'message', subjectId: message.id,
        ...(message.conferenceId === null ? {} : { conferenceId: message.conferenceId }),
      });
      return settlement;
    });
    return isRefusal(settled) ? settled : toMessage(settled);
  }

  /** A letter of no conference belongs to the installation. */
  private async scopeOf(conferenceId: ConferenceId | null): Promise<Scope> {
    const conference = conferenceId === null ? null : await this.conferences.byId(this.work.reader, conferenceId);
    return conference === null ? {} : scopeOf(conference);
  }
}
