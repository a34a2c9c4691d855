import { textFor } from '#kernel';
import { Letters } from '#mail';
import type { ClashItem, Together } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { LockedRegistration } from '#registration';
import { Injectable } from '@nestjs/common';
import { heldTogetherLetter } from './mails/held-together.mail.js';
import { Subjects } from './subjects.js';

/** Tells someone whom staff let have two things at one time. */
@Injectable()
export class HeldTogetherLetters {
  constructor(private readonly letters: Letters, private readonly registrations: Registrations, private readonly subjects: Subjects) {}

  async write(tx: Tx, { registration, conference }: Pick<LockedRegistration, 'registration' | 'conference'>, together: readonly Together[], key: string): Promise<void> {
    const items = itemsOf(together);
    const subjects = await this.subjects.read(tx.em, items);
    const { email, name, locale } = await this.registrations.letterAddressOf(tx.em, registration);
    await this.letters.write(tx, heldTogetherLetter, {
      key, to: { email, name }, locale, from: textFor(conference.title, locale, conference.locales),
      props: {
        name, conference: { slug: conference.slug, title: conference.title, timeZone: conference.timeZone },
        items: items.map(({ subjectId, startsAt, endsAt }) => ({ title: subjects.get(subjectId)?.title ?? {}, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
      },
      conferenceId: conference.id, registrationId: registration.id, accountId: registration.accountId,
    });
  }
}

/** Each thing once, in order of time. */
function itemsOf(together: readonly Together[]): readonly ClashItem[] {
  const all = together.flatMap(({ one, other }) => [one, other]);
  const known = new Map(all.map((item) => [`${item.poolId} ${item.startsAt.toISOString()}`, item]));
  return [...known.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
