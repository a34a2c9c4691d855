import { Conferences } from '#conferences';
import { denied } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal } from '#kernel';
import type { ConferenceId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Figures, RegistrationList, staffMay } from '#registration';
import type { Registration, RegistrationFigures } from '#registration';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { QueryRegistrationsArgs } from '../graphql/schema.gen.js';
import { RegistrationFilters } from './registration-filter.js';

/** Lists and numbers for a conference's staff. */
@Resolver()
export class StaffRegistrationsResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly filters: RegistrationFilters,
    private readonly list: RegistrationList,
    private readonly figures: Figures,
  ) {}

  @Query('registrations')
  @Allow('registration.read')
  async registrations(@CurrentActor() actor: Actor, @Args() args: QueryRegistrationsArgs): Promise<Connection<Registration> | Refusal> {
    const conferenceId = await this.readable(actor, args.conferenceId);
    if (isRefusal(conferenceId)) return conferenceId;
    const filter = await this.filters.of(conferenceId, args.filter ?? {});
    const page = await this.list.page(conferenceId, filter, args.sort ?? 'NEWEST', pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.list.count(conferenceId, filter), (row) => row);
  }

  @Query('registrationFigures')
  @Allow('registration.read')
  async registrationFigures(@CurrentActor() actor: Actor, @Args('conferenceId') id: string): Promise<RegistrationFigures | Refusal> {
    const conferenceId = await this.readable(actor, id);
    return isRefusal(conferenceId) ? conferenceId : this.figures.of(conferenceId);
  }

  private async readable(actor: Actor, id: string): Promise<ConferenceId | Refusal> {
    const conference = isId(id) ? await this.conferences.byId(this.work.reader, id as ConferenceId) : null;
    return conference !== null && staffMay(actor, 'registration.read', conference) ? conference.id : denied(actor);
  }
}
