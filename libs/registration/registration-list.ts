import { Accounts, parseEmail } from '#identity';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { AccountId, CategoryId, ConferenceId, DelegationId, Page, PageRequest, Refusal, RegistrationId } from '#kernel';
import { searchedIn, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { RegistrationCounts } from './registration-counts.js';
import { Registration } from './registration.entity.js';
import type { RegistrationState } from './registration.status.js';
import { TrigramShares } from './trigram-shares.js';

/** Which registrations; all given parts must hold, each list by any of its members. */
export interface ListFilter {
  readonly search?: string | undefined;
  readonly states?: readonly RegistrationState[] | undefined;
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly nationalities?: readonly string[] | undefined;
  readonly delegationIds?: readonly DelegationId[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly ids?: readonly RegistrationId[] | undefined;
}

/** NEWEST and OLDEST go by when a registration was begun, which its id sorts by; NAME by the Latin name, then the id. */
export const listSorts = ['NEWEST', 'OLDEST', 'NAME'] as const;
export type ListSort = (typeof listSorts)[number];

type Rows = SelectQueryBuilder<Registration>;

/** A conference's registrations for its staff: searched, filtered, in a stable order, paged by key. */
@Injectable()
export class RegistrationList {
  constructor(private readonly work: UnitOfWork, private readonly counts: RegistrationCounts, private readonly accounts: Accounts, private readonly shares: TrigramShares) {}

  async page(conferenceId: ConferenceId, filter: ListFilter, sort: ListSort, request: PageRequest): Promise<Page<Registration> | Refusal<'cursor.malformed'>> {
    const rows = await this.matching(this.work.reader, conferenceId, filter);
    const isPlaced = request.after === undefined || after(rows, sort, request.after);
    if (!isPlaced) return refuse('cursor.malformed');
    if (sort === 'NAME') rows.orderBy('r.sort_name', 'ASC').addOrderBy('r.id', 'ASC');
    else rows.orderBy('r.id', sort === 'NEWEST' ? 'DESC' : 'ASC');
    return pageOf(await rows.limit(request.first + 1).getMany(), request, (row) => (sort === 'NAME' ? [row.sortName, row.id] : [row.id]));
  }

  /** How many match: from the kept counts where states and categories decide, else counted. */
  async count(conferenceId: ConferenceId, filter: ListFilter): Promise<number> {
    if (isGiven(filter.search?.trim()) || filter.nationalities !== undefined || filter.delegationIds !== undefined || filter.tags !== undefined || filter.ids !== undefined) return (await this.matching(this.work.reader, conferenceId, filter)).getCount();
    const { states, categoryIds } = filter;
    const counts = await this.counts.read(this.work.reader, conferenceId);
    const counted = counts.filter(({ state, categoryId }) => (states?.includes(state) ?? true) && (categoryIds?.includes(categoryId) ?? true));
    return counted.reduce((sum, { n }) => sum + n, 0);
  }

  /** The ids of those that match, first begun first, at most so many behind one. */
  async idsOf(em: EntityManager, conferenceId: ConferenceId, filter: ListFilter, most: number, behind: RegistrationId | null = null): Promise<RegistrationId[]> {
    const rows = (await this.matching(em, conferenceId, filter)).select('r.id', 'id').orderBy('r.id').limit(most);
    if (behind !== null) rows.andWhere('r.id > :behind', { behind });
    return (await rows.getRawMany<{ id: RegistrationId }>()).map(({ id }) => id);
  }

  /** The ids of those that match as SQL, so that more can be asked of them by one statement; its values are added to `parameters`. */
  async idsSql(em: EntityManager, conferenceId: ConferenceId, filter: ListFilter, parameters: unknown[]): Promise<string> {
    const [sql, values]: [string, unknown[]] = (await this.matching(em, conferenceId, filter)).select('r.id', 'id').getQueryAndParameters();
    const before = parameters.length;
    parameters.push(...values);
    return sql.replace(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`);
  }

  private async matching(em: EntityManager, conferenceId: ConferenceId, { search, states, categoryIds, nationalities, delegationIds, tags, ids }: ListFilter): Promise<Rows> {
    const rows = em.createQueryBuilder(Registration, 'r').where('r.conference_id = :conferenceId', { conferenceId });
    if (states !== undefined) rows.andWhere('r.state = ANY(:states)', { states });
    if (categoryIds !== undefined) rows.andWhere('r.category_id = ANY(:categoryIds)', { categoryIds });
    if (delegationIds !== undefined) rows.andWhere('r.delegation_id = ANY(:delegationIds)', { delegationIds });
    // The partial index of those that bear any is only found by its own condition.
    if (tags !== undefined) rows.andWhere("r.tags <> '{}'").andWhere('r.tags && :tags::text[]', { tags });
    if (ids !== undefined) rows.andWhere('r.id = ANY(:ids)', { ids });
    if (nationalities !== undefined) rows.andWhere('r.nationality = ANY(:nationalities)', { nationalities });
    const accountId = await this.accountOf(em, search);
    if (accountId !== undefined) return rows.andWhere('r.account_id = :accountId', { accountId });
    searchedIn(rows, 'r.search_text', search, isGiven(search) ? await this.shares.current(em) : undefined);
    return rows;
  }

  /**
   * The account of a search that is a whole address: it finds that address and none that merely contains it, by keys.
   * Addresses that differ by digits share their trigrams, which makes them the slowest to find by parts.
   */
  private async accountOf(em: EntityManager, search: string | undefined): Promise<AccountId | undefined> {
    const email = parseEmail(search ?? '');
    return email === undefined ? undefined : (await this.accounts.byEmail(em, email))?.id;
  }
}

/** Puts the page after a cursor; false where it is none of this order. */
function after(rows: Rows, sort: ListSort, cursor: string): boolean {
  const [first, second] = decodeCursor(cursor, sort === 'NAME' ? 2 : 1) ?? [];
  const id = sort === 'NAME' ? second : first;
  if (typeof id !== 'string' || !isId(id)) return false;
  if (sort === 'NAME') {
    if (typeof first !== 'string') return false;
    rows.andWhere(new Brackets((one) => one.where('(r.sort_name, r.id) > (:name, :id)', { name: first, id })));
    return true;
  }
  rows.andWhere(sort === 'NEWEST' ? 'r.id < :id' : 'r.id > :id', { id });
  return true;
}

function isGiven(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
