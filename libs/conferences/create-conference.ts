import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal, SeriesId } from '#kernel';
import { once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { slugProblems } from './address.rules.js';
import { checkHosts, checkLocales, checkTexts, countryProblems, dateProblems, personsProblems, zoneProblems } from './check-conference.js';
import type { ConferenceTexts, HostInput } from './check-conference.js';
import { LONGEST_REGION } from './check-series.js';
import { Conference } from './conference.entity.js';
import { mayAddEdition } from './conference.policy.js';
import { Editions } from './editions.js';
import { DOCUMENTS_KEPT_DAYS, keptDaysProblems } from './retention.rules.js';
import { hostRegionFor } from './rotation.rules.js';
import { refusingTaken } from './taken.js';
import { checkLine, problemsOf, valueOf } from './texts.rules.js';
import { touchConference } from './touch-conference.js';

export interface NewConference {
  readonly seriesId: SeriesId;
  readonly slug: string;
  readonly title?: ConferenceTexts['title'] | null | undefined;
  readonly theme?: ConferenceTexts['theme'] | undefined;
  readonly description?: ConferenceTexts['description'] | undefined;
  readonly practicalInformation?: ConferenceTexts['practicalInformation'] | undefined;
  readonly city: NonNullable<ConferenceTexts['city']>;
  readonly country: string;
  readonly timeZone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly locales: readonly string[];
  readonly hosts: readonly HostInput[];
  readonly hostRegion?: string | null | undefined;
  readonly hostOverrideReason?: string | null | undefined;
  readonly personsPerAccount?: number | null | undefined;
  readonly editableUntil?: Date | null | undefined;
  /** 1 to 365; 30 where absent. */
  readonly documentsKeptDays?: number | null | undefined;
}

const LONGEST_REASON = 500;
const PERSONS = 20;

/** Makes a conference as a draft, the next edition of its series. */
@Injectable()
export class CreateConference {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: Editions,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, input: NewConference, key?: string): Promise<Conference | Refusal> {
    if (!isId(input.seriesId)) return refuse('series.unknown');
    if (!mayAddEdition(actor, input.seriesId)) return denied(actor);
    return refusingTaken({ conference_slug: 'slug' }, () => this.work.run(async (tx) => {
      const request = { principal: actor.principal, operation: 'createConference', key, arguments: input };
      const made = await once(tx, request, () => this.make(tx, actor, input));
      return isRefusal(made) ? made : tx.em.findOneByOrFail(Conference, { id: made.id });
    }));
  }

  private async make(tx: Tx, actor: Actor, input: NewConference): Promise<{ id: ConferenceId } | Refusal> {
    const turn = await this.editions.nextTurn(tx, input.seriesId);
    if (turn === null) return refuse('series.unknown');
    const { theme = null, description = null, practicalInformation = null } = input;
    const texts = checkTexts({ title: input.title ?? turn.series.title, theme, description, practicalInformation, city: input.city });
    const locales = checkLocales(input.locales);
    const hosts = checkHosts(input.hosts);
    const wanted = checkLine(input.hostRegion, 'hostRegion', LONGEST_REGION);
    const reason = checkLine(input.hostOverrideReason, 'hostOverrideReason', LONGEST_REASON);
    const host = 'value' in wanted && 'value' in reason ? hostRegionFor(turn.nextHostRegion, wanted.value, reason.value) : [];
    const personsPerAccount = input.personsPerAccount ?? PERSONS;
    const documentsKeptDays = input.documentsKeptDays ?? DOCUMENTS_KEPT_DAYS;
    const problems: readonly FieldProblem[] = [
      ...slugProblems(input.slug, 'slug'), ...problemsOf(texts), ...countryProblems(input.country), ...zoneProblems(input.timeZone),
      ...dateProblems(input.startsOn, input.endsOn), ...problemsOf(locales, hosts, wanted, reason),
      ...('hostRegion' in host ? [] : host), ...personsProblems(personsPerAccount), ...keptDaysProblems(documentsKeptDays),
    ];
    if (problems.length > 0 || !('hostRegion' in host)) return invalid(problems);
    const { seriesId, slug, country, timeZone, startsOn, endsOn } = input;
    const id = await this.editions.add(tx, {
      title: turn.series.title, theme: null, description: null, practicalInformation: null, city: input.city, ...valueOf(texts),
      seriesId, slug, country, timeZone, startsOn, endsOn, personsPerAccount, documentsKeptDays, ...host,
      ordinal: turn.ordinal, locales: valueOf(locales), editableUntil: input.editableUntil ?? null,
    });
    await this.editions.replaceHosts(tx, id, valueOf(hosts));
    await touchConference(tx, id);
    await this.audit.write(tx, { actor, action: 'conference.created', subjectKind: 'conference', subjectId: id, conferenceId: id });
    return { id };
  }
}
