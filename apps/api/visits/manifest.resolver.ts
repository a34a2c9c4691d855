import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { DepartureAlternatives, ReadManifest } from '#visits';
import type { AlternativesFound, Departure, Manifest } from '#visits';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { conferenceById } from '../conferences/conferences.loaders.js';
import { Allow, Public } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import { departureById } from './visits.loaders.js';

type AlternativesView = Omit<AlternativesFound, 'alternatives'> & { readonly alternatives: readonly Departure[]; readonly conference: Conference | null };

/** Who is on a departure, and what one may go on instead. */
@Resolver()
export class ManifestResolver {
  constructor(private readonly reading: ReadManifest, private readonly instead: DepartureAlternatives) {}

  @Query('manifest')
  @Allow('registration.read')
  manifest(@CurrentActor() actor: Actor, @Args('departureId') departureId: DepartureId, @Args('documents') documents: boolean): Promise<Manifest | Refusal> {
    return this.reading.run(actor, departureId, { documents, format: 'page' });
  }

  /** Anyone may ask: the sign-in or the letter's link says whose booking it is. */
  @Query('departureAlternatives')
  @Public()
  async departureAlternatives(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('departureId') departureId: DepartureId,
    @Args('registrationId') registrationId?: RegistrationId | null, @Args('token') token?: string | null,
  ): Promise<AlternativesView | Refusal> {
    const found = await this.instead.run(actor, { departureId, registrationId, token });
    if (isRefusal(found)) return found;
    return {
      ...found, alternatives: (await loaders.loadMany(departureById, found.alternatives)).filter((departure) => departure !== null),
      conference: await loaders.load(conferenceById, found.departure.conferenceId),
    };
  }
}
