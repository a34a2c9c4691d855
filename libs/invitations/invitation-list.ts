import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { CategoryId, ConferenceId, DelegationId, Page, PageRequest, Refusal } from '#kernel';
import { rowsOf, searchedIn, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Invitation } from './invitation.entity.js';
import type { InvitationState } from './invitation.status.js';

/** Which invitations; all given parts must hold, each list by any of its members. */
export interface InvitationFilter {
  readonly search?: string | undefined;
  readonly states?: readonly InvitationState[] | undefined;
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly delegationIds?: readonly DelegationId[] | undefined;
  readonly countries?: readonly string[] | undefined;
  /** Whether somebody has registered by it. */
  readonly isUsed?: boolean | undefined;
  /** Whether more places were asked for and nobody decided yet. */
  readonly asksPlaces?: boolean | undefined;
}

/** How the invitations of a conference stand, in one category or all. */
export interface InvitationCount {
  readonly state: InvitationState;
  readonly invitations: number;
  readonly places: number;
  /** Live registrations that came by them. */
  readonly registered: number;
  readonly askPlaces: number;
}

const COUNTS = `
  SELECT state, count(*)::int AS invitations, sum(places)::int AS places, sum(used)::int AS registered, count(asked_places)::int AS "askPlaces"
  FROM invitation WHERE conference_id = $1 GROUP BY state`;

/** A conference's invitations for its staff: searched, filtered, newest first, paged by key. */
@Injectable()
export class InvitationList {
  constructor(private readonly work: UnitOfWork) {}

  async page(conferenceId: ConferenceId, filter: InvitationFilter, request: PageRequest): Promise<Page<Invitation> | Refusal<'cursor.malformed'>> {
    const rows = this.matching(conferenceId, filter);
    if (request.after !== undefined) {
      const [id] = decodeCursor(request.after, 1) ?? [];
      if (typeof id !== 'string' || !isId(id)) return refuse('cursor.malformed');
      rows.andWhere('i.id < :id', { id });
    }
    return pageOf(await rows.orderBy('i.id', 'DESC').limit(request.first + 1).getMany(), request, ({ id }) => [id]);
  }

  count(conferenceId: ConferenceId, filter: InvitationFilter): Promise<number> {
    return this.matching(conferenceId, filter).getCount();
  }

  /** By state; states without an invitation are left out. */
  counts(conferenceId: ConferenceId): Promise<InvitationCount[]> {
    return rowsOf(this.work.reader, COUNTS, [conferenceId]);
  }

  private matching(conferenceId: ConferenceId, { search, states, categoryIds, delegationIds, countries, isUsed, asksPlaces }: InvitationFilter): SelectQueryBuilder<Invitation> {
    const rows = this.work.reader.createQueryBuilder(Invitation, 'i').where('i.conference_id = :conferenceId', { conferenceId });
    if (states !== undefined) rows.andWhere('i.state = ANY(:states)', { states });
    if (categoryIds !== undefined) rows.andWhere('i.category_id = ANY(:categoryIds)', { categoryIds });
    if (delegationIds !== undefined) rows.andWhere('i.delegation_id = ANY(:delegationIds)', { delegationIds });
    if (countries !== undefined) rows.andWhere('i.country = ANY(:countries)', { countries });
    if (isUsed !== undefined) rows.andWhere(isUsed ? 'i.used > 0' : 'i.used = 0');
    if (asksPlaces !== undefined) rows.andWhere(asksPlaces ? 'i.asked_places IS NOT NULL' : 'i.asked_places IS NULL');
    searchedIn(rows, 'i.search_text', search);
    return rows;
  }
}
