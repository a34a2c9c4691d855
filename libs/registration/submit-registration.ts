import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import type { CountryTable } from '#people';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { DetailsDesk } from './details-desk.js';
import { EditingDesk } from './editing-desk.js';
import { Enrolment } from './enrolment.js';
import type { RegistrationRef } from './register-delegate.js';

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
    private readonly details: DetailsDesk,
    private readonly enrolment: Enrolment,
  ) {}

  run(actor: Actor, input: SubmitRegistrationInput, key?: string): Promise<RegistrationRef | Refusal> {
    return this.attempts.runOnce(actor, { operation: 'submitRegistration', key, arguments: input }, (tx, countries) => this.within(tx, countries, actor, input));
  }

  private async within(tx: Tx, countries: CountryTable, actor: Actor, input: SubmitRegistrationInput): Promise<RegistrationRef | Refusal> {
    const open = await this.editing.open(tx, actor, input.id);
    if (isRefusal(open)) return open;
    const { registration, conditions, mover } = open;
    if (registration.state !== 'DRAFT') return refuse('registration.already-submitted', { state: registration.state });
    const way = await this.editing.wayIn(tx, open);
    if (isRefusal(way)) return way;
    const { place, ...right } = way;
    const good = await this.details.check(tx, countries, conditions, registration, {}, 'COMPLETE');
    if (isRefusal(good)) return good;
    const complete = { ...registration, ...good.columns, ...right, submittedAt: this.editing.now() };
    const draft = { registration: complete, person: good.known.person, conditions, place, mover };
    const moved = await this.enrolment.submitDraft(tx, actor, draft, input.joinLine);
    return isRefusal(moved) ? moved : { registrationId: moved.registration.id };
  }
}
