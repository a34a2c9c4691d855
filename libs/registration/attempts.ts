import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { Countries } from '#people';
import type { CountryTable } from '#people';
import { brokenConstraint, once, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { RegistrationGuards } from './registration-guards.js';
import { TwinAnswer } from './twin-answer.js';

/** Unique indexes that may refuse a write although what was read before allowed it: someone else was faster. */
const RACES: readonly (string | undefined)[] = ['registration_same_person', 'registration_same_document', 'registration_same_name', 'registration_code'];
const TRIES = 5;

/** What is done in one transaction; the countries of the installation were read before it. */
export type Verb<T> = (tx: Tx, countries: CountryTable) => Promise<T | Refusal>;

/** Runs verbs that write registrations: settles races at the unique indexes, and answers strangers alike. */
@Injectable()
export class Attempts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly twins: TwinAnswer,
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
        return isRefusal(answer) ? await this.twins.to(actor, answer) : answer;
      } catch (fault) {
        if (attempt >= TRIES || !RACES.includes(brokenConstraint(fault))) throw fault;
      }
    }
  }
}
