import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { ApproveRegistrations, DeclineRegistrations, Registrations } from '#registration';
import type { Outcome, Registration } from '#registration';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';

interface Decided {
  readonly outcomes: readonly { readonly id: string; readonly registration: Registration | null; readonly refusal: Refusal | null }[];
}

/** Decisions of staff, many at once. */
@Resolver()
export class DecisionsResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly approveVerb: ApproveRegistrations,
    private readonly declineVerb: DeclineRegistrations,
    private readonly registrations: Registrations,
  ) {}

  @Mutation('approveRegistrations')
  @Allow('registration.decide')
  async approve(@CurrentActor() actor: Actor, @Args('ids') ids: string[], @Args('note') note?: string): Promise<Decided | Refusal> {
    return this.decided(await this.approveVerb.run(actor, ids as RegistrationId[], note ?? null));
  }

  @Mutation('declineRegistrations')
  @Allow('registration.decide')
  async decline(@CurrentActor() actor: Actor, @Args('ids') ids: string[], @Args('reason') reason: string): Promise<Decided | Refusal> {
    return this.decided(await this.declineVerb.run(actor, ids as RegistrationId[], reason));
  }

  private async decided(outcomes: readonly Outcome[] | Refusal): Promise<Decided | Refusal> {
    if (isRefusal(outcomes)) return outcomes;
    const done = outcomes.flatMap(({ registrationId, refusal }) => (refusal === null ? [registrationId] : []));
    const byId = new Map((await this.registrations.byIds(this.work.reader, done)).map((one) => [one.id, one]));
    return { outcomes: outcomes.map(({ registrationId, refusal }) => ({ id: registrationId, registration: byId.get(registrationId) ?? null, refusal })) };
  }
}
