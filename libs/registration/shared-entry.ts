import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { Refusal } from '#kernel';
import { Countries } from '#people';
import type { CountryTable } from '#people';
import { Batches, recall, sqlState, UnitOfWork } from '#platform';
import type { KeyedRequest, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ConditionsDesk } from './conditions.js';
import { EntryDesk } from './entry-desk.js';
import { EntryRights, NO_RIGHT } from './entry-rights.js';
import type { RegisterDelegateInput, Registered, RegistrationRef } from './register-delegate.js';
import { RegistrationGuards } from './registration-guards.js';
import { SetAside, SharedEnrolment } from './shared-enrolment.js';
import type { Candidate } from './shared-enrolment.js';

/** One of a crowd. */
export interface Asked {
  readonly actor: Actor;
  readonly input: RegisterDelegateInput;
  readonly key: string | undefined;
}

/** Not decided here: the verb is to decide it in a transaction of its own. */
export const ALONE = Symbol('alone');
export type SharedAnswer = Registered | Refusal | typeof ALONE;

export const OPERATION = 'registerDelegate';
const MOST = 128;

/**
 * Lets a crowd share transactions: who comes while one is under way waits for the next, and each is answered after its
 * commit. It decides only what is plain (a person new to the house, signed in with an address, who gets a place, or one
 * who is refused before anything is written) by the same desks as the verb; whatever is not plain it gives back, ALONE.
 */
@Injectable()
export class SharedEntry {
  private readonly crowd = new Batches<Asked, SharedAnswer>((asked) => this.answer(asked), MOST, { atOnce: 2, isPatient: true });

  constructor(
    private readonly work: UnitOfWork,
    private readonly countries: Countries,
    private readonly conditions: ConditionsDesk,
    private readonly desk: EntryDesk,
    private readonly enrolment: SharedEnrolment,
    private readonly rights: EntryRights,
    private readonly guards: RegistrationGuards,
  ) {}

  async ask(asked: Asked): Promise<SharedAnswer> {
    return this.guards.idempotencyRow && isPlain(asked) ? this.crowd.ask(asked) : ALONE;
  }

  /** Of those of one account, one at a time: the others see what became of it. */
  private async answer(asked: readonly Asked[]): Promise<readonly SharedAnswer[]> {
    const countries = await this.countries.table();
    const accounts = new Set<string | null>();
    const first = asked.flatMap(({ actor }, at) => {
      if (accounts.has(actor.accountId)) return [];
      accounts.add(actor.accountId);
      return [at];
    });
    const answers = await this.together(countries, first.map((at) => asked[at]).filter((one) => one !== undefined));
    const byPlace = new Map(first.map((at, index): [number, SharedAnswer | undefined] => [at, answers[index]]));
    return asked.map((_, at): SharedAnswer => byPlace.get(at) ?? ALONE);
  }

  /** Bad data of one must not fail the others: halves are tried until it stands alone. Any other fault is everybody's. */
  private async together(countries: CountryTable, asked: readonly Asked[]): Promise<SharedAnswer[]> {
    const aside = new Set<number>();
    while (aside.size < asked.length) {
      try {
        const answers = await this.work.run((tx) => this.decide(tx, countries, asked.map((one, at) => ({ ...one, at })).filter(({ at }) => !aside.has(at))), { isRepeated: true });
        return asked.map((_, at): SharedAnswer => answers.get(at) ?? ALONE);
      } catch (fault) {
        if (fault instanceof SetAside) {
          for (const at of fault.places) aside.add(at);
        } else if (!isBadData(fault)) {
          throw fault;
        } else if (asked.length > 1) {
          const half = asked.length >> 1;
          return [...await this.together(countries, asked.slice(0, half)), ...await this.together(countries, asked.slice(half))];
        } else {
          return [ALONE];
        }
      }
    }
    return asked.map((): SharedAnswer => ALONE);
  }

  private async decide(tx: Tx, countries: CountryTable, asked: readonly (Asked & { readonly at: number })[]): Promise<ReadonlyMap<number, SharedAnswer>> {
    const answers = new Map<number, SharedAnswer>();
    const keyed = asked.flatMap((one) => (one.key === undefined ? [] : [{ at: one.at, request: requestOf(one, one.key) }]));
    const known = await recall<RegistrationRef>(tx, keyed.map(({ request }) => request));
    keyed.forEach(({ at }, index) => { const answer = known.get(index); if (answer !== undefined) answers.set(at, answer); });
    const invited = await this.rights.invited(tx, asked.map(({ actor, input }) => ({ conferenceId: input.conferenceId, email: actor.email ?? '' })));
    asked.forEach(({ at }, index) => { if (invited.has(index)) answers.set(at, ALONE); });
    const conditionsOf = this.conditions.forEntries(tx.em);
    const candidates: Candidate[] = [];
    for (const one of asked.filter(({ at }) => !answers.has(at))) {
      const conditions = await conditionsOf(one.actor, one.input.conferenceId, one.input.category);
      const opened = isRefusal(conditions) ? conditions : await this.desk.openUnder(tx, one.actor, one.input, conditions, NO_RIGHT);
      const filled = isRefusal(opened) ? opened : await this.desk.fill(tx, countries, opened, one.input, 'COMPLETE');
      if (isRefusal(filled)) answers.set(one.at, filled);
      else if (!isRefusal(opened)) candidates.push({ at: one.at, actor: one.actor, joinLine: one.input.joinLine, opened, filled, request: one.key === undefined ? undefined : requestOf(one, one.key) });
    }
    for (const [at, answer] of await this.enrolment.within(tx, candidates)) answers.set(at, answer);
    return answers;
  }
}

function requestOf({ actor, input }: Asked, key: string): KeyedRequest {
  return { principal: actor.principal, operation: OPERATION, key, arguments: input };
}

/** A value or a constraint refused a row (SQLSTATE classes 22 and 23). */
function isBadData(fault: unknown): boolean {
  return ['22', '23'].includes(sqlState(fault)?.slice(0, 2) ?? '');
}

/** Whether all it brings along is new and its own. */
function isPlain({ actor, input: { details, personId, onBehalf, invitation, delegationId } }: Asked): boolean {
  return actor.accountId !== null && actor.email !== null && personId == null && onBehalf == null && invitation == null && delegationId == null && details?.travelDocument == null
    && !(details?.answers ?? []).some(({ fileId }) => fileId != null);
}
