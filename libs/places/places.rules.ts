import type { BusyInterval } from './places.types.js';

/** A turn in a pool's line, as far as handing out places is concerned. */
export interface Turn {
  readonly party: number;
  /** Since when free places are kept for it, because there are fewer than its party needs. */
  readonly keptSince: Date | null;
}

export interface Handout<T> {
  /** Who is offered places now, in order. */
  readonly offered: readonly T[];
  /** The party that from now on keeps those behind it waiting, where it did not before. */
  readonly nowKeeping: T | undefined;
}

/**
 * Who gets the free places: the line in its order. A party that needs more than are free keeps them, and so keeps those
 * behind it waiting, for at most `keepMinutes`; after that smaller ones pass it and it keeps its turn.
 */
export function handOut<T extends Turn>(line: readonly T[], free: number, now: Date, keepMinutes: number): Handout<T> {
  const offered: T[] = [];
  let left = free;
  for (const turn of line) {
    if (left <= 0) break;
    if (turn.party <= left) {
      offered.push(turn);
      left -= turn.party;
    } else if (turn.keptSince === null) {
      if (keepMinutes > 0) return { offered, nowKeeping: turn };
    } else if (now < minutesAfter(turn.keptSince, keepMinutes)) {
      break;
    }
  }
  return { offered, nowKeeping: undefined };
}


/** How many are left for someone who comes now; null for as many as like. */
export function remaining(pool: { readonly size: number | null; readonly taken: number }): number | null {
  return pool.size === null ? null : Math.max(0, pool.size - pool.taken);
}

/** Whether what the pool is of has left or ended: nothing is offered any more, and nobody may wait. */
export function isOver(pool: { readonly closesAt: Date | null }, now: Date): boolean {
  return pool.closesAt !== null && pool.closesAt <= now;
}

/** Whether a party may still join the line; a limit of 0 means that there is none, as when the pool is over. */
export function lineTakes(pool: { readonly waiting: number; readonly lineLimit: number | null; readonly closesAt: Date | null }, now: Date, party = 1): boolean {
  if (isOver(pool, now)) return false;
  return pool.lineLimit === null || pool.waiting + party <= pool.lineLimit;
}

/**
 * The same time as few intervals that do not overlap: sorted, and at one site what overlaps or touches made one. What begins
 * elsewhere before the one before it has ended counts from that end. Empty ones vanish.
 */
export function merged(intervals: readonly BusyInterval[]): readonly BusyInterval[] {
  const sorted = intervals.filter((one) => one.startsAt < one.endsAt).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const result: BusyInterval[] = [];
  for (const { startsAt, endsAt, site = null } of sorted) {
    const last = result.at(-1);
    if (last === undefined || startsAt > last.endsAt) result.push({ startsAt, endsAt, site });
    else if (endsAt <= last.endsAt && (site === last.site || startsAt < last.endsAt)) continue;
    else if (site === last.site) result[result.length - 1] = { ...last, endsAt };
    else result.push({ startsAt: last.endsAt, endsAt, site });
  }
  return result;
}

/** How many above its size a pool of the new size must be permitted; 0 where all fit. */
export function excess(pool: { readonly taken: number }, size: number | null): number {
  return size === null ? 0 : Math.max(0, pool.taken - size);
}

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
