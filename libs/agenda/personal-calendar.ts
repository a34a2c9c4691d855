import { Conferences } from '#conferences';
import { calendarFile, calendarUid } from '#documents';
import type { CalendarEntry } from '#documents';
import { resolveLocale, t } from '#i18n';
import { textFor } from '#kernel';
import type { LocalizedText, RegistrationId } from '#kernel';
import { Places } from '#places';
import { LinkTokens, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { Registrations } from '#registration';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sequenceOf } from './calendar.rules.js';
import type { HeldOrPast } from './calendar.rules.js';
import { Subjects } from './subjects.js';
import type { SubjectPart } from './subjects.js';

const PURPOSE = 'agenda-calendar';
const REFRESH_MINUTES = 60;

/** A person's agenda as a calendar that one subscribes to by a secret path. What was given back stays in it as cancelled. */
@Injectable()
export class PersonalCalendar {
  constructor(
    private readonly registrations: Registrations, private readonly conferences: Conferences, private readonly places: Places,
    private readonly subjects: Subjects, private readonly tokens: LinkTokens, @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Derived from the registration's id by the installation's key, kept nowhere; it opens nothing but this calendar. */
  pathOf(registrationId: RegistrationId): string {
    return `/feeds/agenda/${this.tokens.linkToken(PURPOSE, registrationId)}.ics`;
  }

  /** The calendar behind a secret, in the registration's language; nothing where it is not one of ours. */
  async behind(em: EntityManager, secret: string): Promise<string | undefined> {
    const id = this.tokens.verifyLinkToken<RegistrationId>(PURPOSE, secret);
    const registration = id === undefined ? null : await this.registrations.byId(em, id);
    const conference = registration === null ? null : await this.conferences.byId(em, registration.conferenceId);
    if (registration === null || conference === null) return undefined;
    const locale = resolveLocale(registration.locale);
    const text = (words: LocalizedText): string => textFor(words, registration.locale, conference.locales);
    const url = `${this.settings.PUBLIC_URL}/${locale}/conferences/${conference.slug}/agenda`;
    const all = await this.heldAndPast(em, registration.id);
    const subjects = await this.subjects.read(em, all);
    const entries = all.flatMap((one) => {
      const subject = subjects.get(one.subjectId);
      return subject?.parts.map((part): CalendarEntry => ({
        uid: calendarUid(part.kind, part.id, this.settings.PUBLIC_URL), sequence: sequenceOf(part.version, one), changedAt: latest(part, one),
        startsAt: part.startsAt, endsAt: part.endsAt, isCancelled: part.isRemoved || !one.isHeld, url,
        title: [subject.title, ...(part.title === null ? [] : [part.title])].map(text).join(': '),
        place: part.place === null ? undefined : text(part.place),
      })) ?? [];
    });
    return calendarFile({ name: t(locale, 'agenda.calendar.name', { conference: text(conference.title) }), refreshMinutes: REFRESH_MINUTES, entries });
  }

  private async heldAndPast(em: EntityManager, holder: RegistrationId): Promise<HeldOrPast[]> {
    const standings = (await this.places.standings(em, [holder])).filter(({ state, kind }) => kind !== 'CATEGORY' && (state === 'HELD' || state === 'CONFIRMED'));
    const past = new Map((await this.places.past(em, [holder])).filter(({ kind }) => kind !== 'CATEGORY').map((one) => [one.poolId, one]));
    const held = standings.map((one) => ({
      kind: one.kind, subjectId: one.subjectId, isHeld: true, timesGivenBack: past.get(one.poolId)?.times ?? 0, givenBackAt: past.get(one.poolId)?.givenBackAt ?? null,
    }));
    const stillHeld = new Set(standings.map(({ poolId }) => poolId));
    const gone = [...past.values()].filter(({ poolId }) => !stillHeld.has(poolId)).map((one) => ({
      kind: one.kind, subjectId: one.subjectId, isHeld: false, timesGivenBack: one.times, givenBackAt: one.givenBackAt,
    }));
    return [...held, ...gone];
  }
}

function latest(part: SubjectPart, one: HeldOrPast): Date {
  return one.givenBackAt !== null && one.givenBackAt > part.changedAt ? one.givenBackAt : part.changedAt;
}
