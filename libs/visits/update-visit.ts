import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Conferences, touchConference } from '#conferences';
import { Audit } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, refuse, tidyLocalized, tidyOptional } from '#kernel';
import type { Refusal, RegistrationId, VisitId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { keptRules, VisitRulesCheck } from './check-visit-rules.js';
import type { NewVisit } from './create-visit.js';
import { VisitNews } from './visit-news.js';
import { Visit } from './visit.entity.js';
import { VisitStop } from './visit-stop.entity.js';
import { conferenceToEdit } from './visits.policy.js';
import { stopRows, visitProblems } from './visits.rules.js';

type Changeable = Omit<NewVisit, 'conferenceId'>;

/** What is to be changed: absent parts stay as they were, null empties what may be empty. */
export type VisitChanges = { readonly [Part in keyof Changeable]?: Changeable[Part] | null | undefined } & {
  readonly id: VisitId;
  /** The version that the editor saw. */
  readonly version: number;
};

export interface VisitChanged {
  readonly visitId: VisitId;
  /** How many who have or are offered a seat are told. */
  readonly told: number;
  /** Registrations with a seat whom the site would no longer let in. They keep it: staff decide, and write to them. */
  readonly notLetIn: readonly RegistrationId[];
}

/**
 * Changes a visit. Where its name, route, things to bring or the data that its site needs are another, everybody who has a
 * seat on a coming departure of it or is offered one is told, once. New rules hold for whoever books, accepts or comes
 * to the head of a line from then on; who has a seat keeps it and is named here. Refused: `visit.unknown`,
 * `visit.changed-meanwhile` with the version, `visits.archived`, `input.invalid`.
 */
@Injectable()
export class UpdateVisit {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly rules: VisitRulesCheck,
    private readonly news: VisitNews, private readonly audit: Audit, private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: VisitChanges): Promise<VisitChanged | Refusal> {
    return this.work.run(async (tx) => {
      const visit = isId(input.id) ? await tx.em.findOne(Visit, { where: { id: input.id }, lock: { mode: 'for_no_key_update' } }) : null;
      if (visit === null) return refuse('visit.unknown');
      const conference = await conferenceToEdit(this.conferences, tx, actor, visit.conferenceId);
      if (isRefusal(conference)) return conference;
      if (input.version !== visit.version) return refuse('visit.changed-meanwhile', { version: visit.version, changedAt: visit.changedAt });
      const stops = await tx.em.find(VisitStop, { where: { visitId: visit.id }, order: { position: 'ASC' } });
      const wanted = merged(visit, stops, input);
      const problems = [...visitProblems(wanted), ...await this.rules.problems(tx.em, visit.conferenceId, wanted)];
      if (problems.length > 0) return invalid(problems);
      if (await tx.em.existsBy(Visit, { conferenceId: visit.conferenceId, slug: wanted.slug }) && wanted.slug !== visit.slug) return invalid([{ path: 'slug', code: 'slug-taken' }]);
      return this.within(tx, actor, { visit, stops }, wanted);
    });
  }

  private async within(tx: Tx, actor: Actor, before: { visit: Visit; stops: readonly VisitStop[] }, wanted: Changeable): Promise<VisitChanged> {
    const { id, conferenceId, version } = before.visit;
    const after = tx.em.create(Visit, {
      ...before.visit, slug: wanted.slug, title: tidyLocalized(wanted.title, 'line'), description: tidyOptional(wanted.description, 'page'),
      whatToBring: tidyOptional(wanted.whatToBring, 'page'), ...keptRules(wanted), version: version + 1, changedAt: this.clock.now(),
    });
    await tx.em.save(Visit, after);
    const stops = stopRows(wanted.stops, { visitId: id, conferenceId });
    if (!isDeepStrictEqual(stops, before.stops.map((stop) => ({ ...stop })))) {
      await tx.em.delete(VisitStop, { visitId: id });
      await tx.em.insert(VisitStop, stops);
    }
    const { told, notLetIn } = await this.news.tell(tx, before, { visit: after, stops });
    await this.audit.write(tx, { actor, action: 'visits.visit-changed', subjectKind: 'visit', subjectId: id, conferenceId, data: { told, notLetIn: notLetIn.length } });
    await touchConference(tx, conferenceId);
    return { visitId: id, told, notLetIn };
  }
}

function merged(visit: Visit, stops: readonly VisitStop[], changes: VisitChanges): Changeable {
  const kept: Changeable = { ...visit, stops };
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Changeable>;
  const all = { ...kept, ...given };
  return { ...all, slug: all.slug ?? '', title: all.title ?? {}, stops: all.stops ?? [] };
}
