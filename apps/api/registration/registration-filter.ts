import { Categories } from '#conferences';
import { isId } from '#kernel';
import type { ConferenceId, DelegationId, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { ListFilter } from '#registration';
import { Injectable } from '@nestjs/common';
import type { RegistrationFilter } from '../graphql/schema.gen.js';

/** Reads the filter of the schema as registrations know it: categories are named by key there. */
@Injectable()
export class RegistrationFilters {
  constructor(private readonly work: UnitOfWork, private readonly categories: Categories) {}

  /** Those picked among all that match, as verbs over many take them. */
  async chosen(conferenceId: ConferenceId, { ids, filter }: { readonly ids?: readonly string[] | null | undefined; readonly filter?: RegistrationFilter | null | undefined }): Promise<ListFilter> {
    const picked = ids?.filter(isId).map((id) => id as RegistrationId);
    return { ...isId(conferenceId) ? await this.of(conferenceId, filter ?? {}) : {}, ...(picked === undefined ? {} : { ids: picked }) };
  }

  /** A key or an id that is none lets nobody through. */
  async of(conferenceId: ConferenceId, input: RegistrationFilter): Promise<ListFilter> {
    const keys = input.categories ?? undefined;
    const known = keys === undefined ? [] : await this.categories.ofConferences(this.work.reader, [conferenceId]);
    return {
      search: input.search ?? undefined,
      states: input.states ?? undefined,
      categoryIds: keys === undefined ? undefined : known.filter(({ key }) => keys.includes(key)).map(({ id }) => id),
      delegationIds: input.delegationIds?.filter(isId).map((id) => id as DelegationId) ?? undefined,
      tags: input.tags ?? undefined,
      nationalities: input.nationalities?.map((code) => code.toUpperCase()) ?? undefined,
    };
  }
}
