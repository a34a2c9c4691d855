import { rowsOf } from '#platform';
import type { Tx } from '#platform';
import type { ConferenceId } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BusyInterval } from './places.types.js';

/** How long it takes between two sites, in minutes, either way. */
export interface TravelTime {
  readonly site: string;
  readonly otherSite: string;
  readonly minutes: number;
}

export interface TravelPlan {
  /** Between any two sites of the conference that are not listed; 0 where nothing is said. */
  readonly otherwise: number;
  readonly between: readonly TravelTime[];
}

const CLEAR = 'DELETE FROM site_travel WHERE conference_id = $1';
const WRITE = `
  INSERT INTO site_travel (conference_id, site, other_site, minutes)
  SELECT $1, least(t.a COLLATE "C", t.b COLLATE "C"), greatest(t.a COLLATE "C", t.b COLLATE "C"), t.minutes
  FROM unnest($2::text[], $3::text[], $4::int[]) AS t (a, b, minutes)`;
const READ = `SELECT site, other_site AS "otherSite", minutes FROM site_travel WHERE conference_id = $1 ORDER BY site, other_site`;

/**
 * The way between sites. A site is any key that rooms above agree on, such as a venue's id. What is said here holds for
 * what is taken or moved from then on; agendas show at once what has become too tight.
 */
@Injectable()
export class TravelTimes {
  /** Replaces what was said before. A pair may be named in either order, once. */
  async plan(tx: Tx, conferenceId: ConferenceId, { otherwise, between }: TravelPlan): Promise<void> {
    const all = [...between, ...(otherwise === 0 ? [] : [{ site: '', otherSite: '', minutes: otherwise }])];
    await tx.query(CLEAR, [conferenceId]);
    await tx.query(WRITE, [conferenceId, all.map(({ site }) => site), all.map(({ otherSite }) => otherSite), all.map(({ minutes }) => minutes)]);
  }

  async of(em: EntityManager, conferenceId: ConferenceId): Promise<TravelPlan> {
    const rows = await rowsOf<TravelTime>(em, READ, [conferenceId]);
    return { otherwise: rows.find(({ site }) => site === '')?.minutes ?? 0, between: rows.filter(({ site }) => site !== '') };
  }
}

/** How many minutes lie between two sites; none where either is unknown or both are one. */
export function travelMinutes(plan: TravelPlan, one: string | null, another: string | null): number {
  if (one === null || another === null || one === another) return 0;
  const known = plan.between.find(({ site, otherSite }) => (site === one && otherSite === another) || (site === another && otherSite === one));
  return known?.minutes ?? plan.otherwise;
}

/** Whether two things fall together, or lie closer than the way between their sites takes: what `too_close` says in the database. */
export function tooClose(plan: TravelPlan, one: BusyInterval, other: BusyInterval): boolean {
  const way = travelMinutes(plan, one.site ?? null, other.site ?? null) * 60_000;
  return one.startsAt.getTime() - way < other.endsAt.getTime() && other.startsAt.getTime() < one.endsAt.getTime() + way;
}
