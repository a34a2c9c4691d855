import { Categories } from '#conferences';
import type { InvitationFilter as ListFilter, InvitationInput as NewInvitation, QuotaInput } from '#invitations';
import { isId } from '#kernel';
import type { CategoryId, ConferenceId, DelegationId, ForumId, VisitId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DelegationQuotaInput, InvitationFilter, InvitationInput } from '../graphql/schema.gen.js';

/** Categories are named by their keys outside and by their ids inside; a key that is none becomes an id that is none. */
const UNKNOWN = '' as CategoryId;

/** Reads the arguments of invitations as the libs want them. */
@Injectable()
export class InvitationArguments {
  constructor(private readonly work: UnitOfWork, private readonly categories: Categories) {}

  async keysOf(conferenceId: ConferenceId): Promise<(key: string) => CategoryId> {
    const known = new Map(isId(conferenceId) ? (await this.categories.ofConferences(this.work.reader, [conferenceId])).map(({ key, id }) => [key, id]) : []);
    return (key) => known.get(key) ?? UNKNOWN;
  }

  async invitations(conferenceId: ConferenceId, inputs: readonly InvitationInput[]): Promise<NewInvitation[]> {
    const idOf = await this.keysOf(conferenceId);
    return inputs.map(({ category, isPersonal, forumIds, visitIds, ...rest }) => ({
      ...rest, locked: isPersonal, categoryId: category == null ? null : idOf(category), forumIds: forumIds as ForumId[] | null | undefined, visitIds: visitIds as VisitId[] | null | undefined,
    }));
  }

  async quotas(conferenceId: ConferenceId, inputs: readonly DelegationQuotaInput[]): Promise<QuotaInput[]> {
    const idOf = await this.keysOf(conferenceId);
    return inputs.map(({ category, places }) => ({ categoryId: idOf(category), places }));
  }

  async filter(conferenceId: ConferenceId, input: InvitationFilter | null | undefined): Promise<ListFilter> {
    const keys = input?.categories ?? undefined;
    const idOf = keys === undefined ? undefined : await this.keysOf(conferenceId);
    return {
      search: input?.search ?? undefined, states: input?.states ?? undefined, countries: input?.countries?.map((code) => code.toUpperCase()) ?? undefined,
      categoryIds: idOf === undefined ? undefined : keys?.map(idOf).filter((id) => id !== UNKNOWN), isUsed: input?.isUsed ?? undefined, asksPlaces: input?.asksPlaces ?? undefined,
      delegationIds: input?.delegationIds?.filter(isId).map((id) => id as DelegationId) ?? undefined,
    };
  }
}
