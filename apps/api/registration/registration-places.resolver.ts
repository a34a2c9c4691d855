import type { Standing } from '#places';
import type { Registration } from '#registration';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { toAgendaItem, toOffer } from '../agenda/agenda-item.view.js';
import type { AgendaItemView, OfferView } from '../agenda/agenda-item.view.js';
import { standingsByRegistration } from '../agenda/agenda.loaders.js';
import type { RequestContext } from '../graphql/request-context.js';
import { sees } from './registration.sight.js';

/** How a registration stands to its category's places, and to forums and visits. */
@Resolver('Registration')
export class RegistrationPlacesResolver {
  @ResolveField('positionInLine')
  async positionInLine(@Parent() registration: Registration, @Context() context: RequestContext): Promise<number | null> {
    return (await ofCategory(registration, context))?.position ?? null;
  }

  @ResolveField('offer')
  async offer(@Parent() registration: Registration, @Context() context: RequestContext): Promise<OfferView | null> {
    const standing = await ofCategory(registration, context);
    return standing === undefined ? null : toOffer(standing);
  }

  @ResolveField('agenda')
  async agenda(@Parent() registration: Registration, @Context() context: RequestContext): Promise<readonly AgendaItemView[]> {
    return (await standings(registration, context)).filter(({ kind }) => kind !== 'CATEGORY').map(toAgendaItem);
  }
}

async function standings(registration: Registration, context: RequestContext): Promise<readonly Standing[]> {
  return await sees(registration, context) ? context.loaders.load(standingsByRegistration, registration.id) : [];
}

async function ofCategory(registration: Registration, context: RequestContext): Promise<Standing | undefined> {
  // Only who waits or is offered something has a turn; the others need not be looked up.
  if (registration.state !== 'WAITLISTED') return undefined;
  return (await standings(registration, context)).find(({ kind }) => kind === 'CATEGORY');
}
