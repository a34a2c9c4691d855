import { PersonalCalendar } from '#agenda';
import { Conferences } from '#conferences';
import { ownAccountOf } from '#identity';
import type { Actor } from '#identity';
import { isId } from '#kernel';
import type { RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import { mayRead, preferredRegistration, Registrations } from '#registration';
import type { Registration } from '#registration';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SignedIn } from '../graphql/access.decorators.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { RequestContext } from '../graphql/request-context.js';
import { toAgendaItem } from './agenda-item.view.js';
import type { AgendaItemView } from './agenda-item.view.js';
import { registrationsByAccount, standingsByRegistration } from './agenda.loaders.js';

interface AgendaView {
  readonly registration: Registration;
}

/** A person's day: everything that one registration has, is offered or waits for. */
@Resolver('Agenda')
export class AgendaResolver {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences,
    private readonly registrations: Registrations, private readonly calendar: PersonalCalendar,
  ) {}

  @Query('myAgenda')
  @SignedIn()
  async myAgenda(
    @CurrentActor() actor: Actor, @Context() { loaders }: RequestContext, @Args('conferenceSlug') slug: string, @Args('registrationId') registrationId?: string | null,
  ): Promise<AgendaView | null> {
    const em = this.work.reader;
    const conference = await this.conferences.bySlug(em, slug);
    if (conference === null) return null;
    if (registrationId !== undefined && registrationId !== null) {
      const asked = isId(registrationId) ? await this.registrations.byId(em, registrationId as RegistrationId) : null;
      return asked?.conferenceId === conference.id && mayRead(actor, asked, conference) ? { registration: asked } : null;
    }
    const accountId = ownAccountOf(actor);
    const own = accountId === null ? [] : await loaders.load(registrationsByAccount, accountId);
    const registration = preferredRegistration(own.filter(({ conferenceId }) => conferenceId === conference.id));
    return registration === undefined ? null : { registration };
  }

  @ResolveField('items')
  async items(@Parent() { registration }: AgendaView, @Context() { loaders }: RequestContext): Promise<readonly AgendaItemView[]> {
    const standings = await loaders.load(standingsByRegistration, registration.id);
    return standings.filter(({ kind }) => kind !== 'CATEGORY').map(toAgendaItem);
  }

  @ResolveField('calendarPath')
  calendarPath(@Parent() { registration }: AgendaView): string {
    return this.calendar.pathOf(registration.id);
  }
}
