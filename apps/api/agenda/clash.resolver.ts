import type { DepartureId, LocalizedText } from '#kernel';
import type { ClashItem, ClashRefusal } from '#places';
import type { Departure } from '#visits';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import type { BusyKind } from '../graphql/schema.gen.js';
import { departureById } from '../visits/visits.loaders.js';
import { toBusyKind } from './agenda-item.view.js';
import { titleOf } from './subjects.resolver.js';

type Refused = ClashRefusal & { readonly data: { readonly alternatives?: readonly DepartureId[] } };

/** A refusal for an overlap; departures that would fit are named by the visits, where they know some. */
@Resolver('Clash')
export class ClashesResolver {
  @ResolveField('with')
  with(@Parent() { data }: Refused): readonly ClashItem[] {
    return data.with;
  }

  @ResolveField('alternatives')
  async alternatives(@Parent() { data }: Refused, @Context() { loaders }: RequestContext): Promise<readonly Departure[]> {
    return (await loaders.loadMany(departureById, data.alternatives ?? [])).filter((departure) => departure !== null);
  }
}

/** Something in the way, with its title. */
@Resolver('BusyItem')
export class BusyItemsResolver {
  @ResolveField('kind')
  kind(@Parent() item: ClashItem): BusyKind {
    return toBusyKind(item.kind);
  }

  @ResolveField('title')
  title(@Parent() item: ClashItem, @Context() { loaders }: RequestContext): Promise<LocalizedText> {
    return titleOf(loaders, item);
  }
}
