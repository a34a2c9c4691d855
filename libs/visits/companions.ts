import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { invalid, refuse, tidy, wallDate } from '#kernel';
import type { DepartureId, FieldProblem, Refusal, RegistrationId } from '#kernel';
import { checkNames, Countries, fullLatin, isProblems } from '#people';
import type { NamesInput } from '#people';
import type { Tx } from '#platform';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Companion } from './companion.entity.js';
import { isCalendarDay } from './calendar-day.js';
import { whyNot } from './eligibility.rules.js';
import type { DepartureOfVisit } from './visit-letters.js';

/** Someone brought along, as far as is known; without names where nobody can say yet. */
export interface CompanionInput {
  readonly names?: NamesInput | null | undefined;
  readonly nationality?: string | null | undefined;
  readonly bornOn?: string | null | undefined;
  readonly dietaryNeeds?: string | null | undefined;
}

type Known = Pick<Companion, 'nativeName' | 'latinName' | 'nationality' | 'bornOn' | 'dietaryNeeds'>;

const LONGEST_NEEDS = 500;
const MOVE = 'UPDATE companion SET departure_id = $3 WHERE departure_id = $2 AND registration_id = $1';

/** Those whom delegates bring along. */
@Injectable()
export class Companions {
  constructor(private readonly countries: Countries) {}

  /**
   * The companions as they are kept, or why they may not come: the rules of the site are asked of each of them, and a
   * site that wants travel documents takes nobody along who has not registered.
   */
  async check(inputs: readonly CompanionInput[], { visit, departure }: DepartureOfVisit, { timeZone }: Pick<Conference, 'timeZone'>): Promise<readonly Known[] | Refusal> {
    const crowd = tooMany(inputs.length, visit);
    if (crowd !== undefined) return crowd;
    const table = await this.countries.table();
    const problems: FieldProblem[] = [];
    const known = inputs.map((input, index): Known => {
      const path = `companions.${index}`;
      const names = input.names == null ? null : checkNames(input.names, `${path}.names`);
      if (isProblems(names)) problems.push(...names);
      const nationality = (input.nationality ?? '').trim().toUpperCase() || null;
      if (nationality !== null && !table.has(nationality)) problems.push({ path: `${path}.nationality`, code: 'country.unknown' });
      const bornOn = input.bornOn ?? null;
      if (bornOn !== null && !isCalendarDay(bornOn)) problems.push({ path: `${path}.bornOn`, code: 'date-malformed' });
      const dietaryNeeds = tidy(input.dietaryNeeds ?? '') || null;
      if ((dietaryNeeds?.length ?? 0) > LONGEST_NEEDS) problems.push({ path: `${path}.dietaryNeeds`, code: 'too-long', data: { max: LONGEST_NEEDS } });
      const named = names === null || isProblems(names) ? undefined : names;
      return { nativeName: named?.native ?? null, latinName: named === undefined ? null : fullLatin(named), nationality, bornOn, dietaryNeeds };
    });
    if (problems.length > 0) return invalid(problems);
    const on = wallDate(departure.startsAt, timeZone);
    // Who is booked by number only is asked when the name is given.
    const refused = known.filter(isSomebody).map((one) => whyNot(visit, one, on)).find((one) => one !== undefined);
    return refused ?? known;
  }

  async replace(tx: Tx, registrationId: RegistrationId, { departure }: DepartureOfVisit, known: readonly Known[]): Promise<void> {
    await tx.em.delete(Companion, { registrationId, departureId: departure.id });
    await tx.em.insert(Companion, known.map((one, index) => ({ ...one, registrationId, departureId: departure.id, conferenceId: departure.conferenceId, position: index + 1 })));
  }

  /** They go where their delegate goes. */
  async move(tx: Tx, registrationId: RegistrationId, from: DepartureId, to: DepartureId): Promise<void> {
    await tx.em.delete(Companion, { registrationId, departureId: to });
    await tx.query(MOVE, [registrationId, from, to]);
  }

  /** In the order in which they were named. */
  async of(em: EntityManager, departureIds: readonly DepartureId[], registrationIds?: readonly RegistrationId[]): Promise<Companion[]> {
    return em.find(Companion, {
      where: { departureId: In([...departureIds]), ...(registrationIds === undefined ? {} : { registrationId: In([...registrationIds]) }) },
      order: { departureId: 'ASC', registrationId: 'ASC', position: 'ASC' },
    });
  }
}

function isSomebody(known: Known): boolean {
  return known.latinName !== null || known.nationality !== null || known.bornOn !== null;
}

/** Why so many may not be brought along, if so. */
export function tooMany(companions: number, visit: DepartureOfVisit['visit']): Refusal | undefined {
  if (companions === 0) return undefined;
  if (visit.identityNeeds.includes('TRAVEL_DOCUMENT')) return refuse('visit.companions-register');
  return companions > visit.mostCompanions ? refuse('visit.too-many-companions', { most: visit.mostCompanions }) : undefined;
}
