import { Conferences } from '#conferences';
import { textFor } from '#kernel';
import type { RegistrationId } from '#kernel';
import { Letters } from '#mail';
import type { Letter } from '#mail';
import type { Pool } from '#places';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import { Injectable } from '@nestjs/common';
import type { TurnLetterProps } from './mails/turn-letter.js';
import { Subjects } from './subjects.js';

export interface TurnToTell {
  readonly holder: RegistrationId;
  readonly pool: Pick<Pool, 'kind' | 'subjectId' | 'conferenceId'>;
  /** The transition that caused the letter. */
  readonly key: string;
  /** The new turn, 1 being next; null where there is none any more. */
  readonly position: number | null;
}

/** Writes letters about someone's turn in a line; none where what it was about is no more. */
@Injectable()
export class TurnLetters {
  constructor(
    private readonly letters: Letters, private readonly registrations: Registrations,
    private readonly conferences: Conferences, private readonly subjects: Subjects,
  ) {}

  async write(tx: Tx, letter: Letter<TurnLetterProps>, { holder, pool, key, position }: TurnToTell): Promise<void> {
    const registration = await this.registrations.byId(tx.em, holder);
    const conference = await this.conferences.byId(tx.em, pool.conferenceId);
    const subject = (await this.subjects.read(tx.em, [pool])).get(pool.subjectId);
    if (registration === null || conference === null || subject === undefined) return;
    const { email, name, locale } = await this.registrations.letterAddressOf(tx.em, registration);
    await this.letters.write(tx, letter, {
      key, to: { email, name }, locale, from: textFor(conference.title, locale, conference.locales),
      props: { name, kind: pool.kind, title: subject.title, position, registrationId: registration.id, conference: { slug: conference.slug, title: conference.title } },
      conferenceId: conference.id, registrationId: registration.id, accountId: registration.accountId,
    });
  }
}
