import { Audit } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, refuse } from '#kernel';
import type { ConferenceId, FieldProblem, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { CategoryWriter } from './category-writer.js';
import { checkHosts, checkLocales, checkTexts, countryProblems, dateProblems, personsProblems, zoneProblems } from './check-conference.js';
import type { ConferenceTexts, HostInput } from './check-conference.js';
import { Conference } from './conference.entity.js';
import { editRefusal } from './conference.policy.js';
import { Conferences } from './conferences.js';
import { Editions } from './editions.js';
import { conferenceChanged } from './facts.js';
import { keptDaysProblems } from './retention.rules.js';
import { problemsOf, valueOf } from './texts.rules.js';
import { touchConference } from './touch-conference.js';

type Typed<T> = { readonly [Key in keyof T]?: T[Key] | null | undefined };

/** Absent fields stay; null empties those that may be empty, and is a problem for the others. */
export interface ConferenceChanges extends Typed<ConferenceTexts> {
  readonly id: ConferenceId;
  /** The version the editor saw. */
  readonly version: number;
  readonly startsOn?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null | undefined;
  /** IANA name; only in a draft, since wall-clock times that people were told would mean other instants. What is scheduled keeps its instant. */
  readonly timeZone?: string | null | undefined;
  readonly locales?: readonly string[] | null | undefined;
  readonly hosts?: readonly HostInput[] | null | undefined;
  readonly personsPerAccount?: number | null | undefined;
  readonly editableUntil?: Date | null | undefined;
  /** 1 to 365. */
  readonly documentsKeptDays?: number | null | undefined;
}

/** Changes texts, dates, hosts and settings; of two editors who saw the same version, the second is told to look again. */
@Injectable()
export class UpdateConference {
  constructor(
    private readonly work: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly editions: Editions,
    private readonly audit: Audit,
    private readonly categories: CategoryWriter,
  ) {}

  async run(actor: Actor, input: ConferenceChanges): Promise<Conference | Refusal> {
    if (!isId(input.id)) return refuse('conference.unknown');
    return this.work.run(async (tx) => {
      const conference = await this.conferences.lock(tx.em, input.id);
      const refusal = editRefusal(actor, conference);
      if (conference === null || refusal !== undefined) return refusal ?? refuse('conference.unknown');
      if (conference.state === 'ARCHIVED') return refuse('conference.archived');
      if (conference.version !== input.version) return refuse('conference.changed-meanwhile', { version: conference.version });
      const { startsOn, endsOn, personsPerAccount, editableUntil } = input;
      const documentsKeptDays = input.documentsKeptDays ?? conference.documentsKeptDays;
      const [timeZone, country] = [input.timeZone ?? conference.timeZone, input.country ?? conference.country];
      if (timeZone !== conference.timeZone && conference.state !== 'DRAFT') return refuse('conference.zone-settled');
      const texts = checkTexts(input);
      const locales = input.locales === undefined ? undefined : checkLocales(input.locales ?? []);
      const hosts = input.hosts === undefined ? undefined : checkHosts(input.hosts ?? []);
      const problems: readonly FieldProblem[] = [
        ...problemsOf(texts), ...dateProblems(startsOn ?? conference.startsOn, endsOn ?? conference.endsOn),
        ...zoneProblems(timeZone), ...countryProblems(country), ...problemsOf(...[locales, hosts].filter((check) => check !== undefined)),
        ...(personsPerAccount === undefined || personsPerAccount === null ? [] : personsProblems(personsPerAccount)),
        ...keptDaysProblems(documentsKeptDays),
      ];
      if (problems.length > 0) return invalid(problems);
      await tx.em.update(Conference, { id: input.id }, {
        ...valueOf(texts),
        startsOn: startsOn ?? conference.startsOn,
        endsOn: endsOn ?? conference.endsOn,
        timeZone,
        country,
        personsPerAccount: personsPerAccount ?? conference.personsPerAccount,
        documentsKeptDays,
        editableUntil: editableUntil === undefined ? conference.editableUntil : editableUntil,
        ...(locales === undefined ? {} : { locales: valueOf(locales) }),
        version: conference.version + 1,
      });
      const begins = { ...conference, startsOn: startsOn ?? conference.startsOn, timeZone };
      if (begins.startsOn !== conference.startsOn || timeZone !== conference.timeZone) await this.categories.moveLines(tx, begins);
      if (hosts !== undefined) await this.editions.replaceHosts(tx, input.id, valueOf(hosts));
      tx.record(conferenceChanged, { conferenceId: input.id });
      await this.audit.write(tx, { actor, action: 'conference.changed', subjectKind: 'conference', subjectId: input.id, conferenceId: input.id });
      await touchConference(tx, input.id);
      return tx.em.findOneByOrFail(Conference, { id: input.id });
    });
  }
}
