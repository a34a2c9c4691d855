import { Injectable } from '@nestjs/common';
import { isId } from '#kernel';
import type { ConferenceId, DepartureId, VisitId } from '#kernel';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { DepartureLeg } from './departure-leg.entity.js';
import { DepartureVehicle } from './departure-vehicle.entity.js';
import { Departure } from './departure.entity.js';
import { Visit } from './visit.entity.js';
import { VisitStop } from './visit-stop.entity.js';

/** Reading visits: one statement for any number of ids. */
@Injectable()
export class Visits {
  /** In order of their first departure; what has none yet comes last. */
  async of(em: EntityManager, conferenceId: ConferenceId): Promise<Visit[]> {
    return em.createQueryBuilder(Visit, 'visit')
      .where('visit.conferenceId = :conferenceId', { conferenceId })
      .orderBy('(SELECT min(d.starts_at) FROM departure d WHERE d.visit_id = visit.id)', 'ASC', 'NULLS LAST')
      .addOrderBy('visit.slug', 'ASC')
      .getMany();
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
