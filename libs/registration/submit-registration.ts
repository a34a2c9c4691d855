import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { answersTo } from './answers.js';
import { Attempts } from './attempts.js';
import { missingDetails, withoutRepeats } from './completeness.js';
import { EditingDesk } from './editing-desk.js';
import type { Editable } from './editing-desk.js';
import { Enrolment } from './enrolment.js';
import type { CompleteDraft } from './enrolment.js';
import { PersonDesk } from './person-desk.js';
import type { RegistrationRef } from './register-delegate.js';
import { placeFor } from './registration.rules.js';

export interface SubmitRegistrationInput {
  readonly id: RegistrationId;
  readonly joinLine: boolean;
}

/** Hands a draft in: checks that all is there by the newest form, takes a place or joins the line. */
@Injectable()
export class SubmitRegistration {
  constructor(
    private readonly attempts: Attempts,
    private readonly editing: EditingDesk,
    private readonly persons: PersonDesk,
    private readonly enrolment: Enrolment,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SubmitRegistrationInput, key?: string): Promise<RegistrationRef | Refusal> {
    return this.attempts.runOnce(actor, { operation: 'submitRegistration', key, arguments: input }, (tx, countries) => this.within(tx, countries, actor, input));
  }

  private async within(tx: Tx, countries: CountryTable, actor: Actor, input: SubmitRegistrationInput): Promise<RegistrationRef | Refusal> {
    const open = await this.editing.open(tx, actor, input.id);
    if (isRefusal(open)) return open;
    const { registration, conditions, mover } = open;
    if (registration.state !== 'DRAFT') return refuse('registration.already-submitted', { state: registration.state });
    const isInvited = mover === 'STAFF' || registration.origin === 'PAPER' || registration.origin === 'PHONE';
    const place = placeFor({ now: this.clock.now(), ...conditions, isInvited });
    if (isRefusal(place)) return place;
    const complete = await this.completed(tx, countries, open);
    if (isRefusal(complete)) return complete;
    const moved = await this.enrolment.submitDraft(tx, actor, { ...complete, conditions, place, mover }, input.joinLine);
    return isRefusal(moved) ? moved : { registrationId: moved.registration.id };
  }

  private async completed(tx: Tx, countries: CountryTable, { registration, conditions }: Editable): Promise<Pick<CompleteDraft, 'registration' | 'person'> | Refusal<'input.invalid'>> {
    const known = await this.persons.known(tx.em, registration.personId);
    const nothingNew = { person: {}, columns: {} };
    const missing = missingDetails({ person: this.persons.after(known, nothingNew), consents: registration.consents }, conditions.category);
    const { kept, problems } = answersTo(conditions.form, registration.answers, countries, true);
    const all = withoutRepeats([...missing, ...problems]);
    if (all.length > 0) return invalid(all);
    const keys = this.persons.keys(known, nothingNew);
    return {
      person: known.person,
      registration: { ...registration, ...keys, submittedAt: this.clock.now(), formVersion: conditions.form.version, answers: kept },
    };
  }
}
