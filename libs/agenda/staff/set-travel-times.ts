import { Conferences, scopeOf } from '#conferences';
import { Audit, denied, may } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, refuse } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal } from '#kernel';
import { TravelTimes } from '#places';
import type { TravelPlan } from '#places';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

const MOST_PAIRS = 1_000;
const LONGEST_WAY = 1_440;
const LONGEST_SITE = 200;

export interface TravelTimesToSet extends TravelPlan {
  readonly conferenceId: ConferenceId;
}

/**
 * Says how long it takes between the sites of a conference: from then on two things with too short a way between them
 * clash. What people hold already stays, and is shown as too tight.
 */
@Injectable()
export class SetTravelTimes {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly travel: TravelTimes, private readonly audit: Audit) {}

  async run(actor: Actor, { conferenceId, otherwise, between }: TravelTimesToSet): Promise<TravelTimesToSet | Refusal> {
    return this.work.run(async (tx) => {
      const conference = isId(conferenceId) ? await this.conferences.byId(tx.em, conferenceId) : null;
      if (conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('conference.unknown');
      if (!may(actor, 'programme.edit', scopeOf(conference))) return denied(actor);
      if (conference.state === 'ARCHIVED') return refuse('conference.archived');
      const problems = travelProblems({ otherwise, between });
      if (problems.length > 0) return invalid(problems);
      await this.travel.plan(tx, conference.id, { otherwise, between });
      await this.audit.write(tx, {
        actor, action: 'places.travel-times-set', subjectKind: 'conference', subjectId: conference.id, conferenceId: conference.id, data: { otherwise, pairs: between.length },
      });
      return { conferenceId: conference.id, ...await this.travel.of(tx.em, conference.id) };
    });
  }
}

function travelProblems({ otherwise, between }: TravelPlan): FieldProblem[] {
  if (between.length > MOST_PAIRS) return [{ path: 'between', code: 'too-many', data: { max: MOST_PAIRS } }];
  const seen = new Set<string>();
  return [...minutesProblems('otherwise', otherwise), ...between.flatMap(({ site, otherSite, minutes }, index): FieldProblem[] => {
    const pair = [site, otherSite].sort().join('\n');
    const isKnown = seen.has(pair);
    seen.add(pair);
    return [
      ...siteProblems(`between.${index}.site`, site), ...siteProblems(`between.${index}.otherSite`, otherSite),
      ...(site === otherSite || isKnown ? [{ path: `between.${index}.otherSite`, code: 'key-twice' }] : []),
      ...minutesProblems(`between.${index}.minutes`, minutes),
    ];
  })];
}

function siteProblems(path: string, site: string): FieldProblem[] {
  if (site.trim() === '') return [{ path, code: 'required' }];
  return site.length > LONGEST_SITE ? [{ path, code: 'too-long', data: { max: LONGEST_SITE } }] : [];
}

function minutesProblems(path: string, minutes: number): FieldProblem[] {
  if (minutes < 0 || !Number.isInteger(minutes)) return [{ path, code: 'too-small', data: { min: 0 } }];
  return minutes > LONGEST_WAY ? [{ path, code: 'too-large', data: { max: LONGEST_WAY } }] : [];
}
