import { Injectable } from '@nestjs/common';
import { Letters } from '#mail';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations } from '#registration';
import type { LetterAddress, Registration } from '#registration';
import { tellProgrammeChange } from './jobs.js';
import { programmeChangedLetter } from './mails/programme-changed.mail.js';
import type { ProgrammeChangeId } from './programme-change.entity.js';
import { ToldChanges } from './told-changes.js';
import type { ToldChange } from './told-changes.js';

const BATCH = 100;

/**
 * Tells everyone who had, was offered or waited for a place in a forum when it changed, unless they have left since. A
 * batch is one commit: its letters and the job for the next. The ledger's key, change and registration, lets nobody be
 * told twice.
 */
@Injectable()
export class TellChange {
  constructor(
    private readonly work: UnitOfWork, private readonly letters: Letters,
    private readonly registrations: Registrations, private readonly changes: ToldChanges,
  ) {}

  /** @returns how many letters this batch wrote */
  async run(changeId: ProgrammeChangeId, from: number): Promise<number> {
    return this.work.run(async (tx) => {
      const told = await this.changes.of(tx, changeId);
      const batch = told.change.told.slice(from, from + BATCH);
      const still = await this.changes.stillConcerned(tx, told, batch);
      const readers = await this.registrations.withLetterAddresses(tx.em, await this.registrations.byIds(tx.em, still));
      for (const { registration, address } of readers) await this.write(tx, told, registration, address);
      if (from + BATCH < told.change.told.length) tx.enqueue(tellProgrammeChange, { changeId, from: from + BATCH });
      return still.length;
    });
  }

  private async write(tx: Tx, { change, conference, props }: ToldChange, registration: Registration, { email, name, locale }: LetterAddress): Promise<void> {
    await this.letters.write(tx, programmeChangedLetter, {
      key: `${change.id}:${registration.id}`, to: { email, name }, locale,
      props: { ...props, name, clashes: change.clashing.includes(registration.id) },
      conferenceId: conference.id, registrationId: registration.id,
    });
  }
}
