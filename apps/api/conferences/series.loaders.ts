import { ConferenceList, Editions } from '#conferences';
import type { Conference, Series } from '#conferences';
import { may } from '#identity';
import { isRefusal } from '#kernel';
import type { Page, SeriesId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';
import { pagesAsked } from './loader-keys.js';
import type { EditionsKey } from './loader-keys.js';

export const seriesById = defineLoader<SeriesId, Series | null>('seriesById', () => null);
/** Whose turn it is, as the caller may know it: drafts count for staff only. */
export const nextHostOfSeries = defineLoader<SeriesId, string | null>('nextHostOfSeries', () => null);
/** A page of a series' editions by `editionsKey`; null where the cursor is none of ours. */
export const editionsOfSeries = defineLoader<EditionsKey, Page<Conference> | null>('editionsOfSeries', () => null);
export const editionCountOfSeries = defineLoader<SeriesId, number>('editionCountOfSeries', () => 0);

/** Reads series and their editions, many at once. */
@Injectable()
export class SeriesLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, editions: Editions, lists: ConferenceList) {
    const em = work.reader;
    registry.serve(seriesById, async (ids) => mapById(await editions.seriesByIds(em, ids)));
    registry.serve(nextHostOfSeries, async (ids, { actor }) => {
      const all = await editions.seriesByIds(em, ids);
      return editions.nextHostRegions(em, all, (id) => may(actor, 'conference.read-draft', { seriesId: id }));
    });
    registry.serve(editionsOfSeries, async (keys, { actor }) => {
      const pages = new Map<EditionsKey, Page<Conference>>();
      for (const { request, ids, keyOf } of pagesAsked(keys)) {
        const found = await lists.pagesOf(actor, request, ids);
        if (!isRefusal(found)) for (const [id, page] of found) pages.set(keyOf(id), page);
      }
      return pages;
    });
    registry.serve(editionCountOfSeries, (_ids, { actor }) => lists.countsOf(actor));
  }
}
