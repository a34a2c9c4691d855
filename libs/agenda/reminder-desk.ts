import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { textFor } from '#kernel';
import type { RegistrationId } from '#kernel';
import { Letters } from '#mail';
import { Places } from '#places';
import type { Standing } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { LetterAddress, Registration } from '#registration';
import { Injectable } from '@nestjs/common';
import { reminderLetter } from './mails/reminder.mail.js';
import type { ReminderProps } from './mails/reminder.mail.js';
import { Subjects } from './subjects.js';
import type { Subject } from './subjects.js';

/** Writes reminders with what each reader has a place of. */
@Injectable()
export class ReminderDesk {
  constructor(
    private readonly letters: Letters, private readonly registrations: Registrations, private readonly conferences: Conferences,
    private readonly places: Places, private readonly subjects: Subjects,
  ) {}

  async write(tx: Tx, ids: readonly RegistrationId[]): Promise<void> {
    if (ids.length === 0) return;
    const registrations = await this.registrations.byIds(tx.em, ids);
    const conferences = new Map((await this.conferences.byIds(tx.em, registrations.map(({ conferenceId }) => conferenceId))).map((one) => [one.id, one]));
    const standings = (await this.places.standings(tx.em, ids)).filter(({ state }) => state === 'HELD' || state === 'CONFIRMED');
    const subjects = await this.subjects.read(tx.em, standings);
    for (const { registration, address } of await this.registrations.withLetterAddresses(tx.em, registrations)) {
      const conference = conferences.get(registration.conferenceId);
      const own = standings.filter(({ holder }) => holder === registration.id);
      if (conference !== undefined) await this.writeOne(tx, registration, address, conference, itemsOf(own, subjects));
    }
  }

  private async writeOne(tx: Tx, registration: Registration, { email, name, locale }: LetterAddress, conference: Conference, items: ReminderProps['items']): Promise<void> {
    const { slug, title, city, timeZone, startsOn, endsOn } = conference;
    await this.letters.write(tx, reminderLetter, {
      key: registration.id, to: { email, name }, locale, from: textFor(title, locale, conference.locales),
      props: { name, registrationId: registration.id, items, conference: { slug, title, city, timeZone, startsOn, endsOn } },
      conferenceId: conference.id, registrationId: registration.id, accountId: registration.accountId,
    });
  }
}

function itemsOf(standings: readonly Standing[], subjects: ReadonlyMap<string, Subject>): ReminderProps['items'] {
  return standings.flatMap(({ subjectId }) => {
    const subject = subjects.get(subjectId);
    const parts = subject?.parts.filter(({ isRemoved }) => !isRemoved) ?? [];
    const [first, last] = [parts.at(0), parts.at(-1)];
    if (subject === undefined || first === undefined || last === undefined) return [];
    return [{ title: subject.title, startsAt: first.startsAt.toISOString(), endsAt: last.endsAt.toISOString(), place: first.place }];
  });
}
