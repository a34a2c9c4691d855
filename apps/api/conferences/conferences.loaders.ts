import { Categories, Conferences } from '#conferences';
import type { Category, Conference, Form, Host } from '#conferences';
import type { CategoryId, ConferenceId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';
import { formKey, partsOfFormKey } from './loader-keys.js';
import type { FormKey } from './loader-keys.js';

export const conferenceById = defineLoader<ConferenceId, Conference | null>('conferenceById', () => null);
export const hostsOfConference = defineLoader<ConferenceId, readonly Host[]>('hostsOfConference', () => []);
export const categoriesOfConference = defineLoader<ConferenceId, readonly Category[]>('categoriesOfConference', () => []);
export const categoryById = defineLoader<CategoryId, Category | null>('categoryById', () => null);
/** A form of a category at a version, by `formKey(category.id, version)`. */
export const formByVersion = defineLoader<FormKey, Form | null>('formByVersion', () => null);

/** Reads conferences and what they are made of, many at once. */
@Injectable()
export class ConferencesLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, conferences: Conferences, categories: Categories) {
    const em = work.reader;
    registry.serve(conferenceById, async (ids) => mapById(await conferences.byIds(em, ids)));
    registry.serve(hostsOfConference, async (ids) => Map.groupBy(await conferences.hostsOf(em, ids), (host) => host.conferenceId));
    registry.serve(categoriesOfConference, async (ids) => Map.groupBy(await categories.ofConferences(em, ids), (category) => category.conferenceId));
    registry.serve(categoryById, async (ids) => mapById(await categories.byIds(em, ids)));
    registry.serve(formByVersion, async (keys) => {
      const forms = await categories.forms(em, keys.map(partsOfFormKey));
      return new Map(forms.map(({ categoryId, version, questions }) => [formKey(categoryId, version), { version, questions }]));
    });
  }
}
