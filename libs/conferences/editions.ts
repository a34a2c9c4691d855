import { Clock, newId } from '#kernel';
import type { ConferenceId, Page, PageRequest, SeriesId } from '#kernel';
import { pageById } from '#platform';
import type { CursorRefusal, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { CheckedHost } from './check-conference.js';
import { Conference } from './conference.entity.js';
import { isPublic } from './conference.status.js';
import { Host } from './host.entity.js';
import { nextHostRegion } from './rotation.rules.js';
import { Series } from './series.entity.js';

/** What comes next in a series. */
export interface Turn {
  readonly series: Series;
  readonly ordinal: number;
  readonly nextHostRegion: string | null;
}

/** All columns of a new edition but those that are alike for each. */
export type NewEdition = Omit<Conference, 'id' | 'state' | 'version' | 'createdAt'>;

/** The editions of a series in their order, and who hosts next. */
@Injectable()
export class Editions {
  constructor(private readonly clock: Clock) {}

  async seriesByIds(em: EntityManager, ids: readonly SeriesId[]): Promise<Series[]> {
    return em.findBy(Series, { id: In(ids) });
  }

  /** Oldest first. */
  pageOfSeries(em: EntityManager, request: PageRequest): Promise<Page<Series> | CursorRefusal> {
    return pageById(em, Series, request, { where: {}, order: 'ASC' });
  }

  seriesBySlug(em: EntityManager, slug: string): Promise<Series | null> {
    return em.findOneBy(Series, { slug });
  }

  countSeries(em: EntityManager): Promise<number> {
    return em.count(Series);
  }

  /** The turn that a new edition takes; the series stays locked until the commit, so that two never take the same. */
  async nextTurn(tx: Tx, seriesId: SeriesId): Promise<Turn | null> {
    const series = await tx.em.findOne(Series, { where: { id: seriesId }, lock: { mode: 'for_no_key_update' } });
    if (series === null) return null;
    const editions = await tx.em.find(Conference, { where: { seriesId }, select: { ordinal: true, hostRegion: true }, order: { ordinal: 'DESC' } });
    return {
      series,
      ordinal: (editions[0]?.ordinal ?? 0) + 1,
      nextHostRegion: nextHostRegion(series.rotation, editions.map((edition) => edition.hostRegion)),
    };
  }

  /** Whose turn it is in each of the series; null where nobody takes turns. Drafts count only for those who see them. */
  async nextHostRegions(em: EntityManager, all: readonly Series[], seesDrafts: (id: SeriesId) => boolean): Promise<Map<SeriesId, string | null>> {
    const rows = await em.find(Conference, {
      where: { seriesId: In(all.map(({ id }) => id)) },
      select: { id: true, seriesId: true, hostRegion: true, state: true },
      order: { ordinal: 'DESC' },
    });
    return new Map(all.map(({ id, rotation }) => {
      const editions = rows.filter((row) => row.seriesId === id && (isPublic(row.state) || seesDrafts(id)));
      return [id, nextHostRegion(rotation, editions.map((row) => row.hostRegion))];
    }));
  }

  /** Writes a new edition as a draft. */
  async add(tx: Tx, edition: NewEdition): Promise<ConferenceId> {
    const id = newId<'Conference'>();
    await tx.em.insert(Conference, { ...edition, id, state: 'DRAFT', version: 1, createdAt: this.clock.now() });
    return id;
  }

  /** The hosts of one edition stand in the next as well. */
  async copyHosts(tx: Tx, from: ConferenceId, to: ConferenceId): Promise<void> {
    const hosts = await tx.em.find(Host, { where: { conferenceId: from }, order: { position: 'ASC' } });
    await this.replaceHosts(tx, to, hosts.map(({ role, name, website }) => ({ role, name, website })));
  }

  /** Writes the hosts of a conference in the order given, in place of those before. */
  async replaceHosts(tx: Tx, conferenceId: ConferenceId, hosts: readonly CheckedHost[]): Promise<void> {
    await tx.em.delete(Host, { conferenceId });
    if (hosts.length === 0) return;
    await tx.em.insert(Host, hosts.map((host, index) => ({ id: newId<'Host'>(), conferenceId, position: index + 1, ...host })));
  }
}
