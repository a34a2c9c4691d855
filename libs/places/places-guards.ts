import { Injectable } from '@nestjs/common';

/**
 * What keeps places from being sold twice. Everything is on; only tests bring an object of their own with one of them
 * off, to prove that the others would not do and that the tests would notice (docs/decisions/places.md).
 */
@Injectable()
export class PlacesGuards {
  /** The pool's counter is raised only where there is room (otherwise: read, then write). */
  readonly poolCondition: boolean = true;
  /** The registration's row is locked before it gains a place. */
  readonly holderLock: boolean = true;
  /** Whoever moves many pools locks all their people before the first of them (otherwise: pool by pool, and deadlocks). */
  readonly holdersFirst: boolean = true;
}
