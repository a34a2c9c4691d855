import { Conferences } from '#conferences';
import { ownAccountOf } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { preferredRegistration, Registrations } from '#registration';
import type { Registration } from '#registration';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { QueryMyRegistrationsArgs } from '../graphql/schema.gen.js';
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
  async mine(@CurrentActor() actor: Actor, @Args() args: QueryMyRegistrationsArgs): Promise<Connection<Registration> | Refusal> {
    const em = this.work.reader;
    const accountId = ownAccountOf(actor);
    const conference = args.conferenceSlug == null ? undefined : await this.conferences.bySlug(em, args.conferenceSlug);
    if (accountId === null || conference === null) return connection({ items: [], hasNextPage: false }, 0, (row: Registration) => row);
    const page = await this.store.pageOfAccount(em, accountId, pageRequest(args), conference?.id);
    return isRefusal(page) ? page : connection(page, () => this.store.countOfAccount(em, accountId, conference?.id), (row) => row);
  }

  @Query('myRegistration')
  @SignedIn()
  async preferred(@CurrentActor() actor: Actor, @Args('conferenceSlug') slug: string): Promise<Registration | null> {
    const accountId = ownAccountOf(actor);
    const conference = accountId === null ? null : await this.conferences.bySlug(this.work.reader, slug);
    return accountId === null || conference === null ? null : preferredRegistration(await this.store.ofAccounts(this.work.reader, [accountId], conference.id)) ?? null;
  }
}
