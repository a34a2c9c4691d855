import { refuse } from '#kernel';
import type { CategoryId, Refusal } from '#kernel';
import type { IdentityNeed, Visit } from './visit.entity.js';

export type VisitRules = Pick<Visit, 'categoryIds' | 'nationalityRule' | 'nationalities' | 'minimumAge' | 'identityNeeds' | 'identityHours'>;

/** One who would go: as far as a site's rules are concerned. */
export interface Candidate {
  readonly nationality: string | null;
  /** ISO 8601. */
  readonly bornOn: string | null;
}

export interface DelegateCandidate extends Candidate {
  readonly categoryId: CategoryId;
  readonly phone: string | null;
  readonly hasDocument: boolean;
  /** Whether the invitation that they registered by includes the visit. */
  readonly isInvited: boolean;
}

export type NotEligible = Refusal<
  'visit.category-not-admitted' | 'visit.nationality-not-admitted' | 'visit.nationality-unknown' | 'visit.birth-date-needed' | 'visit.too-young'>;

/**
 * Why the site does not let someone in, if so. A rule about what is not known refuses too, saying what to give: whoever
 * answers at the gate cannot be asked later.
 * @param on the day of the departure, ISO 8601
 */
export function whyNot(visit: VisitRules, who: Candidate, on: string): NotEligible | undefined {
  if (visit.nationalityRule !== 'ANY') {
    if (who.nationality === null) return refuse('visit.nationality-unknown');
    const isListed = visit.nationalities.includes(who.nationality);
    if (isListed !== (visit.nationalityRule === 'ONLY')) return refuse('visit.nationality-not-admitted', { nationality: who.nationality });
  }
  if (visit.minimumAge !== null) {
    if (who.bornOn === null) return refuse('visit.birth-date-needed', { minimumAge: visit.minimumAge });
    if (ageOn(who.bornOn, on) < visit.minimumAge) return refuse('visit.too-young', { minimumAge: visit.minimumAge });
  }
  return undefined;
}

/** As `whyNot`, for a delegate, who has a category too; an invitation opens the visit to any, but changes nothing in whom a site lets in. */
export function whyNotDelegate(visit: VisitRules, who: DelegateCandidate, on: string): NotEligible | undefined {
  if (!who.isInvited && visit.categoryIds.length > 0 && !visit.categoryIds.includes(who.categoryId)) return refuse('visit.category-not-admitted');
  return whyNot(visit, who, on);
}

/** What the site needs of a delegate and has not got yet. */
export function missingIdentity(visit: Pick<Visit, 'identityNeeds'>, who: Pick<DelegateCandidate, 'hasDocument' | 'bornOn' | 'phone'>): readonly IdentityNeed[] {
  const has = { TRAVEL_DOCUMENT: who.hasDocument, BIRTH_DATE: who.bornOn !== null, PHONE: who.phone !== null };
  return visit.identityNeeds.filter((need) => !has[need]);
}

/** From when on what the site needs must be there. */
export function identityDue(visit: Pick<Visit, 'identityHours'>, departure: { readonly startsAt: Date }): Date {
  return new Date(departure.startsAt.getTime() - visit.identityHours * 3_600_000);
}

/** Completed years on a day. Who is born on 29 February is a year older on 1 March in other years. */
export function ageOn(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
