import { SetTravelTimes } from '#agenda';
import { Conferences, scopeOf } from '#conferences';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { isId, refuse } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { TravelTimes } from '#places';
import type { TravelPlan } from '#places';
import { UnitOfWork } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { SetTravelTimesInput } from '../graphql/schema.gen.js';

/** How long it takes between sites. */
@Resolver('TravelTimes')
export class TravelTimesResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly travel: TravelTimes, private readonly setting: SetTravelTimes,
  ) {}

  @Query('travelTimes')
  @Allow('programme.edit')
  async travelTimes(@CurrentActor() actor: Actor, @Args('conferenceId') conferenceId: ConferenceId): Promise<TravelPlan | Refusal> {
    const conference = isId(conferenceId) ? await this.conferences.byId(this.work.reader, conferenceId) : null;
    if (conference === null) return refuse('conference.unknown');
    return may(actor, 'programme.edit', scopeOf(conference)) ? this.travel.of(this.work.reader, conference.id) : denied(actor);
  }

  @Mutation('setTravelTimes')
  @Allow('programme.edit')
  setTravelTimes(@CurrentActor() actor: Actor, @Args('input') { conferenceId, otherwise, between }: SetTravelTimesInput): Promise<TravelPlan | Refusal> {
    return this.setting.run(actor, { conferenceId: conferenceId as ConferenceId, otherwise, between });
  }
}
