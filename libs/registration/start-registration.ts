import type { Actor } from '#identity';
import { Clock, isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { Enrolment } from './enrolment.js';
import { EntryDesk } from './entry-desk.js';
import type { NewEntry } from './entry-desk.js';
import { remindOfDraft } from './jobs.js';
import type { RegistrationRef } from './register-delegate.js';
import { DRAFT_REST_MINUTES } from './remind-of-draft.js';

/** Begins a draft: it takes no place and may lack anything, but what is there is checked. Left lying, its link goes out by letter. */
@Injectable()
export class StartRegistration {
  constructor(private readonly attempts: Attempts, private readonly desk: EntryDesk, private readonly enrolment: Enrolment, private readonly clock: Clock) {}

  run(actor: Actor, input: NewEntry, key?: string): Promise<RegistrationRef | Refusal> {
    return this.attempts.runOnce(actor, { operation: 'startRegistration', key, arguments: input }, (tx, countries) => this.within(tx, countries, actor, input));
  }

  private async within(tx: Tx, countries: CountryTable, actor: Actor, input: NewEntry): Promise<RegistrationRef | Refusal> {
    const opened = await this.desk.open(tx, actor, input);
    if (isRefusal(opened)) return opened;
    const filled = await this.desk.fill(tx, countries, opened, input, 'DRAFT');
    if (isRefusal(filled)) return filled;
    const moved = await this.enrolment.beginDraft(tx, actor, opened, filled);
    if (isRefusal(moved)) return moved;
    const registrationId = moved.registration.id;
    tx.enqueue(remindOfDraft, { registrationId }, { at: new Date(this.clock.now().getTime() + DRAFT_REST_MINUTES * 60_000) });
    return { registrationId };
  }
}
