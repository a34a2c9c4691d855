import { Injectable } from '@nestjs/common';
import { Categories } from '#conferences';
import type { CategoryId, ConferenceId, FieldProblem } from '#kernel';
import { Countries } from '#people';
import type { EntityManager } from 'typeorm';
import { identityNeeds } from './visit.entity.js';
import type { IdentityNeed, NationalityRule } from './visit.entity.js';

/** Who may go on a visit, as an organiser says it; absent parts ask for nothing. */
export interface VisitRulesInput {
  readonly categoryIds?: readonly CategoryId[] | null | undefined;
  readonly nationalityRule?: NationalityRule | null | undefined;
  readonly nationalities?: readonly string[] | null | undefined;
  readonly minimumAge?: number | null | undefined;
  readonly identityNeeds?: readonly IdentityNeed[] | null | undefined;
  readonly identityHours?: number | null | undefined;
  readonly mostCompanions?: number | null | undefined;
}

const OLDEST = 120;
const MOST_COMPANIONS = 50;
/** A quarter of a year: the longest that a site has asked for names ahead. */
const LONGEST_IDENTITY_HOURS = 2_160;

/** The rules as they are kept, or what is wrong with them. */
@Injectable()
export class VisitRulesCheck {
  constructor(private readonly categories: Categories, private readonly countries: Countries) {}

  async problems(em: EntityManager, conferenceId: ConferenceId, input: VisitRulesInput): Promise<FieldProblem[]> {
    const known = new Set((await this.categories.ofConferences(em, [conferenceId])).map(({ id }) => id));
    const table = await this.countries.table();
    const { nationalityRule = 'ANY', minimumAge = null, identityHours = 0, mostCompanions = 0 } = input;
    const codes = input.nationalities ?? [];
    return [
      ...(input.categoryIds ?? []).flatMap((id, index) => (known.has(id) ? [] : [{ path: `categoryIds.${index}`, code: 'unknown' }])),
      ...codes.flatMap((code, index) => (table.has(code) ? [] : [{ path: `nationalities.${index}`, code: 'country.unknown' }])),
      ...((nationalityRule ?? 'ANY') !== 'ANY' && codes.length === 0 ? [{ path: 'nationalities', code: 'required' }] : []),
      ...between('minimumAge', minimumAge, 1, OLDEST),
      ...between('identityHours', identityHours, 0, LONGEST_IDENTITY_HOURS),
      ...between('mostCompanions', mostCompanions, 0, MOST_COMPANIONS),
    ];
  }
}

/** What is kept of rules that were found right. */
export function keptRules(input: VisitRulesInput) {
  const rule = input.nationalityRule ?? 'ANY';
  return {
    categoryIds: [...new Set(input.categoryIds ?? [])],
    nationalityRule: rule,
    nationalities: rule === 'ANY' ? [] : [...new Set(input.nationalities ?? [])].sort(),
    minimumAge: input.minimumAge ?? null,
    identityNeeds: identityNeeds.filter((need) => input.identityNeeds?.includes(need) === true),
    identityHours: input.identityHours ?? 0,
    mostCompanions: input.mostCompanions ?? 0,
  };
}

function between(path: string, value: number | null, min: number, max: number): FieldProblem[] {
  if (value === null || (value >= min && value <= max)) return [];
  return value < min ? [{ path, code: 'too-small', data: { min } }] : [{ path, code: 'too-large', data: { max } }];
}
