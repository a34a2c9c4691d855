import type { PoolId } from '#kernel';
import { Pools } from '#places';
import type { PoolFigures } from '#places';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

/** The figures of a pool, as the schema's type Places: `context.loaders.load(placesByPool, forum.poolId)`. */
export const placesByPool = defineLoader<PoolId, PoolFigures | null>('placesByPool', () => null);

@Injectable()
export class PlacesLoaders {
  constructor(registry: LoaderRegistry, pools: Pools, work: UnitOfWork) {
    registry.serve(placesByPool, (ids) => pools.figures(work.reader, ids));
  }
}
