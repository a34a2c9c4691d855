import { Conferences } from '#conferences';
import { ownAccountOf } from '#identity';
import type { Actor } from '#identity';
import { isId } from '#kernel';
import type { RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { preferredRegistration, Registrations } from '#registration';
import type { Registration } from '#registration';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import { registrationById } from './registration.loaders.js';
import { sees } from './registration.sight.js';

/** Registrations for those who manage them; one by its id for staff as well. */
@Resolver()
export class RegistrationsResolver {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly store: Registrations) {}

  @Query('registration')
  @SignedIn()
  async registration(@Args('id') id: string, @Context() context: RequestContext): Promise<Registration | null> {
    const found = isId(id) ? await context.loaders.load(registrationById, id as RegistrationId) : null;
    return found !== null && await sees(found, context) ? found : null;
  }

  @Query('myRegistrations')
  @SignedIn()
  mine(@CurrentActor() actor: Actor, @Args('conferenceSlug') slug?: string): Promise<readonly Registration[]> {
    return this.managedBy(actor, slug ?? undefined);
  }

  @Query('myRegistration')
  @SignedIn()
  async preferred(@CurrentActor() actor: Actor, @Args('conferenceSlug') slug: string): Promise<Registration | null> {
    return preferredRegistration(await this.managedBy(actor, slug)) ?? null;
  }

  private async managedBy(actor: Actor, slug: string | undefined): Promise<readonly Registration[]> {
    const accountId = ownAccountOf(actor);
    if (accountId === null) return [];
    if (slug === undefined) return this.store.ofAccounts(this.work.reader, [accountId]);
    const conference = await this.conferences.bySlug(this.work.reader, slug);
    return conference === null ? [] : this.store.ofAccounts(this.work.reader, [accountId], conference.id);
  }
}
