import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, FieldProblem, LocalizedText, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { slugProblems } from './address.rules.js';
import { checkTexts, countryProblems, zoneProblems } from './check-conference.js';
import { LONGEST_REGION } from './check-series.js';
import { CloneParts } from './clone-parts.js';
import { Conference } from './conference.entity.js';
import { mayAddEdition, maySeeConference } from './conference.policy.js';
import { Editions } from './editions.js';
import { conferenceCloned } from './facts.js';
import { hostRegionFor } from './rotation.rules.js';
import { dateAfter, daysBetween, instantAfter, isCalendarDate } from './shift.rules.js';
import { refusingTaken } from './taken.js';
import { checkLine, problemsOf, valueOf } from './texts.rules.js';

export interface NextEdition {
  readonly conferenceId: ConferenceId;
  readonly slug: string;
  readonly startsOn: string;
  readonly title?: LocalizedText | null | undefined;
  readonly theme?: LocalizedText | null | undefined;
  readonly city?: LocalizedText | null | undefined;
  readonly country?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly hostRegion?: string | null | undefined;
  readonly hostOverrideReason?: string | null | undefined;
}

const LONGEST_REASON = 500;

/**
 * Makes the next edition from an earlier one, as a draft. All times keep their wall clock and move by the same number of
 * calendar days; the programme follows by the fact that is recorded.
 */
@Injectable()
export class CloneConference {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: Editions,
    private readonly parts: CloneParts,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, input: NextEdition, key?: string): Promise<Conference | Refusal> {
    if (!isId(input.conferenceId)) return refuse('conference.unknown');
    return refusingTaken({ conference_slug: 'slug' }, () => this.work.run(async (tx) => {
      const request = { principal: actor.principal, operation: 'cloneConference', key, arguments: input };
      const made = await once(tx, request, () => this.make(tx, actor, input));
      return isRefusal(made) ? made : tx.em.findOneByOrFail(Conference, { id: made.id });
    }));
  }

  private async make(tx: Tx, actor: Actor, input: NextEdition): Promise<{ id: ConferenceId } | Refusal> {
    const earlier = await tx.em.findOneBy(Conference, { id: input.conferenceId });
    if (earlier === null || !maySeeConference(actor, earlier)) return refuse('conference.unknown');
    if (!mayAddEdition(actor, earlier.seriesId)) return denied(actor);
    const turn = await this.editions.nextTurn(tx, earlier.seriesId);
    if (turn === null) return refuse('conference.unknown');
    const texts = checkTexts({ title: input.title ?? earlier.title, theme: input.theme ?? earlier.theme, city: input.city ?? earlier.city });
    const wanted = checkLine(input.hostRegion, 'hostRegion', LONGEST_REGION);
    const reason = checkLine(input.hostOverrideReason, 'hostOverrideReason', LONGEST_REASON);
    const host = 'value' in wanted && 'value' in reason ? hostRegionFor(turn.nextHostRegion, wanted.value, reason.value) : [];
    const country = input.country ?? earlier.country;
    const timeZone = input.timeZone ?? earlier.timeZone;
    const problems: readonly FieldProblem[] = [
      ...slugProblems(input.slug, 'slug'),
      ...(isCalendarDate(input.startsOn) ? [] : [{ path: 'startsOn', code: 'date-malformed' }]),
      ...problemsOf(texts), ...countryProblems(country), ...zoneProblems(timeZone), ...problemsOf(wanted, reason),
      ...('hostRegion' in host ? [] : host),
    ];
    if (problems.length > 0 || !('hostRegion' in host)) return invalid(problems);
    const days = daysBetween(earlier.startsOn, input.startsOn);
    const { seriesId, description, practicalInformation, locales, personsPerAccount, documentsKeptDays, editableUntil, title, city } = earlier;
    const id = await this.editions.add(tx, {
      seriesId, description, practicalInformation, locales, personsPerAccount, documentsKeptDays, theme: null, title, city, ...valueOf(texts),
      slug: input.slug, country, timeZone, ...host, ordinal: turn.ordinal,
      startsOn: input.startsOn, endsOn: dateAfter(earlier.endsOn, days),
      editableUntil: editableUntil === null ? null : instantAfter(editableUntil, days, earlier.timeZone, timeZone),
    });
    await this.parts.copy(tx, { from: earlier.id, to: id, moved: (instant) => instantAfter(instant, days, earlier.timeZone, timeZone) });
    tx.record(conferenceCloned, { from: earlier.id, to: id });
    await this.audit.write(tx, {
      actor, action: 'conference.cloned', subjectKind: 'conference', subjectId: id, conferenceId: id, data: { from: earlier.id },
    });
    return { id };
  }
}
