import { Injectable } from '@nestjs/common';
import { Conferences, touchConference } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId, tidyLocalized, tidyOptional } from '#kernel';
import type { ConferenceId, LocalizedText, Refusal, VisitId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { keptRules, VisitRulesCheck } from './check-visit-rules.js';
import type { VisitRulesInput } from './check-visit-rules.js';
import { Visit } from './visit.entity.js';
import { VisitStop } from './visit-stop.entity.js';
import { conferenceToEdit } from './visits.policy.js';
import { stopRows, visitProblems } from './visits.rules.js';
import type { NewStop } from './visits.rules.js';

export interface NewVisit extends VisitRulesInput {
  readonly conferenceId: ConferenceId;
  readonly slug: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText | null | undefined;
  readonly whatToBring?: LocalizedText | null | undefined;
  readonly stops: readonly NewStop[];
}

/** Makes a visit with the stops of its route and the rules of its site. */
@Injectable()
export class CreateVisit {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly rules: VisitRulesCheck, private readonly clock: Clock) {}

  async run(actor: Actor, input: NewVisit, key?: string): Promise<{ visitId: VisitId } | Refusal> {
    const problems = visitProblems(input);
    if (problems.length > 0) return invalid(problems);
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createVisit', key, arguments: input }, async () => {
      const conference = await conferenceToEdit(this.conferences, tx, actor, input.conferenceId);
      return isRefusal(conference) ? conference : this.within(tx, input);
    }));
  }

  private async within(tx: Tx, input: NewVisit): Promise<{ visitId: VisitId } | Refusal> {
    const { conferenceId } = input;
    const visitId: VisitId = newId();
    const problems = await this.rules.problems(tx.em, conferenceId, input);
    if (problems.length > 0) return invalid(problems);
    const now = this.clock.now();
    const { raw } = await tx.em.createQueryBuilder().insert().into(Visit).values({
      id: visitId, conferenceId, slug: input.slug, title: tidyLocalized(input.title, 'line'), description: tidyOptional(input.description, 'page'),
      whatToBring: tidyOptional(input.whatToBring, 'page'), ...keptRules(input), version: 1, createdAt: now, changedAt: now,
    }).orIgnore().returning('id').execute() as { raw: readonly object[] };
    if (raw.length === 0) return invalid([{ path: 'slug', code: 'slug-taken' }]);
    await tx.em.insert(VisitStop, stopRows(input.stops, { visitId, conferenceId }));
    await touchConference(tx, conferenceId);
    return { visitId };
  }
}
