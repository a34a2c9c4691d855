import type { Conference } from '#conferences';
import { isId, tidy } from '#kernel';
import type { ConferenceId, FieldProblem } from '#kernel';
import { rowsOf } from '#platform';
import type { EntityManager } from 'typeorm';
import { nameProblems } from '../template/template-input.js';
import type { AudienceFilter } from './audience-filter.js';

/** An audience as staff hand it in. */
export interface AudienceInput {
  readonly name: string;
  readonly filter: AudienceFilter;
}

const MOST = 500;
const LISTS = 'SELECT count(*)::int AS n FROM contact_list WHERE series_id = $1 AND id = ANY($2::uuid[])';
const EDITIONS = 'SELECT count(*)::int AS n FROM conference WHERE series_id = $1 AND id = ANY($2::uuid[])';
const CAMPAIGNS = 'SELECT count(*)::int AS n FROM campaign WHERE conference_id = $1 AND id = ANY($2::uuid[])';

/** What is wrong with it. Lists, editions and campaigns must be of the conference's own series: who may read one may not thereby read another. */
export async function audienceProblems(em: EntityManager, conference: Conference, { name, filter }: AudienceInput): Promise<readonly FieldProblem[]> {
  return [...nameProblems(name), ...await filterProblems(em, conference, filter)];
}

export async function filterProblems(em: EntityManager, { id, seriesId }: Conference, filter: AudienceFilter): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [path, list] of Object.entries(filter) as [string, unknown][]) if (Array.isArray(list) && list.length > MOST) problems.push({ path: `filter.${path}`, code: 'too-many', data: { max: MOST } });
  const editions: readonly ConferenceId[] = [...filter.came?.conferenceIds ?? [], ...filter.answered?.conferenceIds ?? []];
  if (!await allKnown(em, LISTS, seriesId, filter.listIds ?? [])) problems.push({ path: 'filter.listIds', code: 'unknown' });
  if (!await allKnown(em, EDITIONS, seriesId, editions)) problems.push({ path: 'filter.came.conferenceIds', code: 'unknown' });
  if (!await allKnown(em, CAMPAIGNS, id, filter.withoutCampaigns ?? [])) problems.push({ path: 'filter.withoutCampaigns', code: 'unknown' });
  return problems;
}

async function allKnown(em: EntityManager, sql: string, parent: string, ids: readonly string[]): Promise<boolean> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return true;
  if (!distinct.every(isId)) return false;
  const [row] = await rowsOf<{ n: number }>(em, sql, [parent, distinct]);
  return row?.n === distinct.length;
}

/** The filter as it is kept: parts without a value are absent. */
export function tidyFilter(filter: AudienceFilter): AudienceFilter {
  const isGiven = (part: unknown): boolean => part !== undefined && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0);
  const parts = Object.entries({ ...filter, search: tidy(filter.search ?? '') }).filter(([, part]) => isGiven(part));
  const kept: AudienceFilter = Object.fromEntries(parts);
  const { came, answered, ...others } = kept;
  return {
    ...others,
    ...(came === undefined || came.conferenceIds.length === 0 ? {} : { came: { conferenceIds: came.conferenceIds, ...(isGiven(came.categoryKeys) ? { categoryKeys: came.categoryKeys ?? [] } : {}) } }),
    ...(answered === undefined || answered.conferenceIds.length === 0 || answered.answers.length === 0 ? {} : { answered }),
  };
}
