import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { EntryDesk } from './entry-desk.js';
import type { NewEntry } from './entry-desk.js';
import { Enrolment } from './enrolment.js';
import type { Registration } from './registration.entity.js';
import { ALONE, OPERATION, SharedEntry } from './shared-entry.js';

/** A registration in one step. */
export interface RegisterDelegateInput extends NewEntry {
  readonly joinLine: boolean;
}

export interface RegistrationRef {
  readonly registrationId: RegistrationId;
}

/** With the registration itself where it was written just now, so that nobody need read it again; a repeated request has its id only. */
export interface Registered extends RegistrationRef {
  readonly registration?: Registration | undefined;
}

/**
 * Registers a person and hands in at once: takes a place, joins the line, or is refused, in one transaction with the
 * letter. The same key twice is one registration; the same person twice is refused.
 */
@Injectable()
export class RegisterDelegate {
  constructor(
    private readonly attempts: Attempts,
    private readonly desk: EntryDesk,
    private readonly enrolment: Enrolment,
    private readonly shared: SharedEntry,
  ) {}

  async run(actor: Actor, input: RegisterDelegateInput, key?: string): Promise<Registered | Refusal> {
    const answer = await this.shared.ask({ actor, input, key });
    return answer === ALONE ? this.alone(actor, input, key) : answer;
  }

  /** Decides all there is to decide, in a transaction of its own. */
  alone(actor: Actor, input: RegisterDelegateInput, key?: string): Promise<RegistrationRef | Refusal> {
    return this.attempts.runOnce(actor, { operation: OPERATION, key, arguments: input }, (tx, countries) => this.within(tx, countries, actor, input));
  }

  private async within(tx: Tx, countries: CountryTable, actor: Actor, input: RegisterDelegateInput): Promise<RegistrationRef | Refusal> {
    const opened = await this.desk.open(tx, actor, input);
    if (isRefusal(opened)) return opened;
    const filled = await this.desk.fill(tx, countries, opened, input, 'COMPLETE');
    if (isRefusal(filled)) return filled;
    const moved = await this.enrolment.submitNew(tx, actor, opened, filled, input.joinLine);
    return isRefusal(moved) ? moved : { registrationId: moved.registration.id };
  }
}
