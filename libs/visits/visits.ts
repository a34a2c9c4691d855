import { Injectable } from '@nestjs/common';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, DepartureId, Page, PageRequest, VisitId } from '#kernel';
import { rowsOf } from '#platform';
import type { CursorRefusal } from '#platform';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { DepartureLeg } from './departure-leg.entity.js';
import { DepartureVehicle } from './departure-vehicle.entity.js';
import { Departure } from './departure.entity.js';
import { Visit } from './visit.entity.js';
import { VisitStop } from './visit-stop.entity.js';

/** Visits of a conference: all, or the one with a slug. */
export interface VisitList {
  readonly conferenceId: ConferenceId;
  readonly slug?: string | undefined;
}

const PAGE = `
  SELECT id, slug, begins FROM (
    SELECT v.id, v.slug, coalesce((SELECT min(d.starts_at) FROM departure d WHERE d.visit_id = v.id), 'infinity') AS at FROM visit v
    WHERE v.conference_id = $1 AND ($2::text IS NULL OR v.slug = $2)) listed
  CROSS JOIN LATERAL (SELECT CASE WHEN at = 'infinity' THEN 'infinity' ELSE to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') END AS begins) t
  WHERE $3::timestamptz IS NULL OR (at, slug) > ($3::timestamptz, $4)
  ORDER BY at, slug LIMIT $5`;

function isInstant(part: unknown): boolean {
  return part === 'infinity' || (typeof part === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part)));
}

/** Reading visits: one statement for any number of ids. */
@Injectable()
export class Visits {
  /** In order of their first departure; what has none yet comes last. */
  async page(em: EntityManager, { conferenceId, slug }: VisitList, request: PageRequest): Promise<Page<Visit> | CursorRefusal> {
    const after = request.after === undefined ? [null, null] : decodeCursor(request.after, 2);
    if (after === undefined || (after[0] !== null && !isInstant(after[0]))) return refuse('cursor.malformed');
    const rows = await rowsOf<{ id: VisitId; slug: string; begins: string }>(em, PAGE, [conferenceId, slug ?? null, ...after, request.first + 1]);
    const found = new Map((await this.byIds(em, rows.map(({ id }) => id))).map((visit) => [visit.id, visit]));
    const page = pageOf(rows, request, ({ begins, slug: its }) => [begins, its]);
    return { ...page, items: page.items.flatMap(({ node, cursor }) => { const visit = found.get(node.id); return visit === undefined ? [] : [{ node: visit, cursor }]; }) };
  }

  count(em: EntityManager, { conferenceId, slug }: VisitList): Promise<number> {
    return em.countBy(Visit, { conferenceId, ...(slug === undefined ? {} : { slug }) });
  }

  async byIds(em: EntityManager, ids: readonly VisitId[]): Promise<Visit[]> {
    return em.findBy(Visit, { id: In(ids.filter(isId)) });
  }

  /** Stops in the order of the route. */
  async stopsOf(em: EntityManager, visitIds: readonly VisitId[]): Promise<VisitStop[]> {
    return em.find(VisitStop, { where: { visitId: In(visitIds) }, order: { visitId: 'ASC', position: 'ASC' } });
  }

  async departures(em: EntityManager, ids: readonly DepartureId[]): Promise<Departure[]> {
    return em.findBy(Departure, { id: In(ids.filter(isId)) });
  }

  /** Earliest first. */
  async departuresOf(em: EntityManager, visitIds: readonly VisitId[]): Promise<Departure[]> {
    return em.find(Departure, { where: { visitId: In(visitIds) }, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  /** In the order in which they are filled. */
  async vehiclesOf(em: EntityManager, departureIds: readonly DepartureId[]): Promise<DepartureVehicle[]> {
    return em.find(DepartureVehicle, { where: { departureId: In(departureIds) }, order: { departureId: 'ASC', position: 'ASC' } });
  }

  /** Day by day. */
  async legsOf(em: EntityManager, departureIds: readonly DepartureId[]): Promise<DepartureLeg[]> {
    return em.find(DepartureLeg, { where: { departureId: In(departureIds) }, order: { departureId: 'ASC', position: 'ASC' } });
  }
}
