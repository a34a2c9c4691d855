import type { OfferId, PlaceId, PoolId, Refusal, RegistrationId, WaitlistEntryId } from '#kernel';
import type { PlaceState, PoolKind, StandingState } from './places.status.js';

/** From `startsAt` up to but without `endsAt`: what ends when another begins does not clash with it, unless the way between them takes longer. */
export interface BusyInterval {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Where it is: a key that rooms above agree on, such as a venue's id; unknown where absent. */
  readonly site?: string | null;
}

/** A pool as anyone may see it; counted in people. `size` and `remaining` are null where as many come as like. */
export interface PoolFigures {
  readonly poolId: PoolId;
  readonly size: number | null;
  readonly taken: number;
  readonly remaining: number | null;
  readonly waiting: number;
  readonly lineOpen: boolean;
}

/** Something of a registration that stands in the way. */
export interface ClashItem {
  readonly kind: PoolKind;
  readonly subjectId: string;
  readonly poolId: PoolId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: PlaceState | 'OFFERED';
  /** Where it does not overlap, but is too close to get there: the minutes that the way takes. */
  readonly travelMinutes: number | null;
}

/**
 * Why two things fall together: staff let them (OVERRIDDEN), the programme moved them (MOVED), or the way between them has
 * become longer since (TRAVEL).
 */
export type TogetherCause = 'OVERRIDDEN' | 'MOVED' | 'TRAVEL';

/** Two things that one registration holds at one time, or too close to get from one to the other. */
export interface Together {
  readonly holder: RegistrationId;
  readonly one: ClashItem;
  readonly other: ClashItem;
  readonly cause: TogetherCause;
}

/** What came of new times: who now has two things at one time, and which. */
export interface Retimed {
  readonly clashing: readonly RegistrationId[];
  readonly together: readonly Together[];
}

export type ClashRefusal = Refusal<'agenda.clash'> & { readonly data: { readonly with: readonly ClashItem[] } };
export type NoPlacesRefusal = Refusal<'places.full' | 'places.no-line' | 'places.line-full'> & {
  readonly data: { readonly remaining: number; readonly lineOpen: boolean };
};
/** There is a place, a turn or an offer already (`data.state`), or the registration is withdrawn (`places.holder-gone`). */
export type StandingRefusal = Refusal<'places.already' | 'places.holder-gone'>;

/** Staff let someone have a place that overlaps with others; kept with the place. */
export interface Override {
  readonly reason: string;
}

export interface TakeRequest {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  /** How many people; 1 where absent. They get their places together or not at all. */
  readonly party?: number;
  readonly state: PlaceState;
  /** Until when a HELD place is kept; without it, until someone decides. */
  readonly expiresAt?: Date;
  /** Whether to join the line where nothing is left. Waiting for what clashes is allowed. */
  readonly joinLine: boolean;
  /** Higher goes first in the line; 0 where absent. */
  readonly priority?: number;
  readonly override?: Override;
  /** Staff only: take the place although the pool is full, and permit so many above its size. Passes the line. */
  readonly overbook?: boolean;
}

export type Taken =
  | { readonly outcome: 'PLACE'; readonly placeId: PlaceId }
  | { readonly outcome: 'LINE'; readonly entryId: WaitlistEntryId; readonly position: number };

/** Higher priority goes first. */
export interface LineMove {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  readonly priority: number;
  readonly reason: string;
}

export interface AcceptRequest {
  /** Pools to be left for it; only those that really stand in the way are. */
  readonly giveUp: readonly PoolId[];
  /** Pools to be left although they do not stand in the way, such as a seat on another departure of the same visit. */
  readonly alsoLeave?: readonly PoolId[];
  readonly state: PlaceState;
  readonly override?: Override;
}

/** An offer that was answered, with the pools that were left for it. */
export interface OfferAccepted {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  readonly kind: PoolKind;
  readonly subjectId: string;
  readonly placeId: PlaceId;
  readonly gaveUp: readonly PoolId[];
}

export interface OfferDeclined {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  readonly kind: PoolKind;
  readonly subjectId: string;
}

export type OfferRefusal = Refusal<'offer.unknown' | 'offer.expired'>;

/** What was given back. */
export type Released = 'PLACE' | 'LINE' | 'OFFER';

/** How one registration stands to one pool. */
export interface Standing {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  readonly kind: PoolKind;
  readonly subjectId: string;
  readonly state: StandingState;
  readonly party: number;
  /** Turn in the line, 1 being next; null when not waiting. */
  readonly position: number | null;
  readonly offer: { readonly id: OfferId; readonly expiresAt: Date; readonly isOpen: boolean } | null;
  /** When a held place goes on to the next. */
  readonly expiresAt: Date | null;
  /** When it occupies its holder, in order; empty where nothing is scheduled. */
  readonly intervals: readonly BusyInterval[];
  /** Whether it overlaps with something else, because staff or a moved programme made it so. */
  readonly overridden: boolean;
}

/** A pool that a registration has given a place of back; it may have one again. */
export interface PastStanding {
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
  readonly kind: PoolKind;
  readonly subjectId: string;
  /** How often it was given back. */
  readonly times: number;
  /** When it was last given back. */
  readonly givenBackAt: Date;
}

/** One who has a place of a pool. */
export interface PlaceHolder {
  readonly poolId: PoolId;
  readonly holder: RegistrationId;
  readonly state: PlaceState;
  readonly party: number;
}
