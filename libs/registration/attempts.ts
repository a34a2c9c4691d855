import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal, RegistrationId } from '#kernel';
import { Countries } from '#people';
import type { CountryTable } from '#people';
import { brokenConstraint, once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { RegistrationGuards } from './registration-guards.js';
import { RegistrationLetters } from './registration-letters.js';
import { staffMay, manages } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';

/** Unique indexes that may refuse a write although what was read before allowed it: someone else was faster. */
const RACES: readonly (string | undefined)[] = ['registration_same_document', 'registration_same_name', 'registration_code'];
const TRIES = 5;

/** What is done in one transaction; the countries of the installation were read before it. */
export type Verb<T> = (tx: Tx, countries: CountryTable) => Promise<T | Refusal>;

/** Runs verbs that write registrations: settles races at the unique indexes, and answers strangers alike. */
@Injectable()
export class Attempts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RegistrationStore,
    private readonly conditions: ConditionsDesk,
    private readonly letters: RegistrationLetters,
    private readonly guards: RegistrationGuards,
    private readonly countries: Countries,
  ) {}

  /** As `run`, and once for an idempotency key: a repetition gets the first answer again. */
  runOnce<T extends object>(actor: Actor, request: { operation: string; key: string | undefined; arguments: object }, verb: Verb<T>): Promise<T | Refusal> {
    const key = this.guards.idempotencyRow ? request.key : undefined;
    return this.run(actor, (tx, countries) => once(tx, { ...request, principal: actor.principal, key }, () => verb(tx, countries)));
  }

  /** Where a unique index refuses, decides again: the other registration is then there to be seen, the code another. */
  async run<T>(actor: Actor, verb: Verb<T>): Promise<T | Refusal> {
    // Read before the transaction: one that held a connection while it waits for a second could wait for ever.
    const countries = await this.countries.table();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.work.run((tx) => verb(tx, countries));
        return isRefusal(answer) ? await this.answerTo(actor, answer) : answer;
      } catch (fault) {
        if (attempt >= TRIES || !RACES.includes(brokenConstraint(fault))) throw fault;
      }
    }
  }

  /**
   * The manager of an existing registration and staff are told which it is. A stranger learns only that a letter is on
   * its way: it goes to whoever owns the registration, at most once an hour.
   */
  private async answerTo(actor: Actor, refusal: Refusal): Promise<Refusal> {
    if (refusal.refused !== 'registration.exists') return refusal;
    const existing = await this.store.byId(this.work.reader, refusal.data['registrationId'] as RegistrationId);
    if (existing === null) return refusal;
    const { conference } = await this.conditions.of(this.work.reader, existing);
    if (manages(actor, existing) || staffMay(actor, 'registration.read', conference)) return refusal;
    await this.work.run((tx) => this.letters.existing(tx, existing));
    return refuse('registration.link-sent');
  }
}
