import { wallDate } from '#kernel';
import type { ConferenceId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Conference } from './conference.entity.js';
import { Host } from './host.entity.js';
import { areDocumentsPast } from './retention.rules.js';

/** Finding conferences; what an actor may see of them is for the policy to say. */
@Injectable()
export class Conferences {
  async bySlug(em: EntityManager, slug: string): Promise<Conference | null> {
    return em.findOneBy(Conference, { slug });
  }

  async byId(em: EntityManager, id: ConferenceId): Promise<Conference | null> {
    return em.findOneBy(Conference, { id });
  }

  async byIds(em: EntityManager, ids: readonly ConferenceId[]): Promise<Conference[]> {
    return em.findBy(Conference, { id: In(ids) });
  }

  /** Those for which travel documents and uploaded files are kept no longer, each by its own days and zone. */
  async documentsPast(em: EntityManager, now: Date): Promise<ConferenceId[]> {
    const over = await em.find(Conference, {
      where: { endsOn: LessThan(wallDate(now, 'UTC')) }, select: { id: true, endsOn: true, timeZone: true, documentsKeptDays: true },
    });
    return over.filter((one) => areDocumentsPast(one, wallDate(now, one.timeZone))).map(({ id }) => id);
  }

  /** The conference, locked until the commit: whoever changes it, or what only one may change at a time, comes here first. */
  async lock(em: EntityManager, id: ConferenceId): Promise<Conference | null> {
    return em.findOne(Conference, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async hostsOf(em: EntityManager, ids: readonly ConferenceId[]): Promise<Host[]> {
    return em.find(Host, { where: { conferenceId: In(ids) }, order: { conferenceId: 'ASC', position: 'ASC' } });
  }
}
