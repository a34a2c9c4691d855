import { Accounts } from '#identity';
import type { Actor } from '#identity';
import type { PoolId, Refusal } from '#kernel';
import { People, sameName } from '#people';
import type { Person } from '#people';
import { Places, TakeTogether } from '#places';
import { remember } from '#platform';
import type { KeyedRequest, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { derivedColumns } from './derived-columns.js';
import type { Filled, Opened } from './entry-desk.js';
import { lineKey, ManagedCounts } from './managed-counts.js';
import type { ManagedLine } from './managed-counts.js';
import type { Registered } from './register-delegate.js';
import { RegistrationLetters } from './registration-letters.js';
import { stateAfter } from './registration.rules.js';
import { RegistrationStore } from './registration.store.js';
import type { Moved } from './registration.store.js';

/** Somebody of the crowd in whose details nothing is wrong. */
export interface Candidate {
  readonly at: number;
  readonly actor: Actor;
  readonly joinLine: boolean;
  readonly opened: Opened;
  readonly filled: Filled;
  readonly request: KeyedRequest | undefined;
}

/** Under the locks some turned out not to be plain: all is rolled back, to be done again without them. */
export class SetAside extends Error {
  constructor(readonly places: readonly number[]) {
    super('set aside');
  }
}

type Answers = Map<number, Registered | Refusal>;

/** Writes the registrations of a crowd by the statements, and under the locks, that one needs; the locks in the verb's order, each kind sorted. */
@Injectable()
export class SharedEnrolment {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly managed: ManagedCounts,
    private readonly store: RegistrationStore,
    private readonly places: Places,
    private readonly taking: TakeTogether,
    private readonly letters: RegistrationLetters,
  ) {}

  /** Answers those who are plain; who is left out is to go alone. @throws SetAside */
  async within(tx: Tx, candidates: readonly Candidate[]): Promise<Answers> {
    const answers: Answers = new Map();
    const hopeful: Candidate[] = [];
    const refused: { readonly one: Candidate; readonly refusal: Refusal }[] = [];
    const outlookOf = this.outlooks(tx);
    for (const one of candidates) {
      const refusal = await outlookOf(one);
      if (refusal === undefined) hopeful.push(one);
      else if (refusal !== 'LINE') refused.push({ one, refusal });
    }
    // Who is registered already is told that, rather than that there is no place. The others are asked under the locks.
    const odd = new Set(await this.odd(tx, refused.map(({ one }) => one)));
    for (const { one: { at }, refusal } of refused) if (!odd.has(at)) answers.set(at, refusal);
    const moved = hopeful.length === 0 ? [] : await this.write(tx, hopeful);
    for (const [index, { at, filled }] of hopeful.entries()) answers.set(at, { registrationId: filled.registration.id, registration: moved[index]?.registration });
    return answers;
  }

  private async write(tx: Tx, all: readonly Candidate[]): Promise<Moved[]> {
    const keyed = all.flatMap((one) => (one.request === undefined ? [] : [{ one, request: one.request, answer: { registrationId: one.filled.registration.id } }]));
    setAside((await remember(tx, keyed)).flatMap((index) => keyed[index]?.one.at ?? []));
    const live = await this.managed.countAll(tx, all.map(({ filled }) => filled.registration));
    await this.accounts.lockAll(tx, all.map(({ filled }) => filled.registration.accountId));
    // Locked, then read: what others committed before is seen now, and they wait from here on.
    setAside(await this.odd(tx, all, new Map([...live].map(([line, n]) => [line, n - 1]))));
    const entries = all.map((one) => ({ ...one, person: this.personOf(tx, one) }));
    await this.people.createAll(tx, entries.map(({ person, filled }) => ({ person, accountId: filled.registration.accountId })));
    tx.beforeCommit(() => this.takePlaces(tx, all));
    const moved = await this.store.insertAll(tx, entries.map(({ actor, opened, filled: { registration }, person }) => ({
      actor, registration: { ...registration, personId: person.id, ...derivedColumns(registration, person) },
      steps: [{ to: 'SUBMITTED', by: opened.entrant.mover }, { to: stateAfter('PLACE', opened.place), by: 'SYSTEM' }],
    })));
    await this.letters.afterMoves(tx, entries.flatMap(({ opened, person }, index) => {
      const move = moved[index];
      return move === undefined ? [] : [{ moved: move, about: { ...opened.conditions, person } }];
    }));
    return moved;
  }

  /** Last of all: everybody of a category meets at its pool, and who waits for its lock should wait for the commit only. @throws SetAside */
  private async takePlaces(tx: Tx, all: readonly Candidate[]): Promise<void> {
    for (const [poolId, some] of byPool(all)) {
      for (const state of ['HELD', 'CONFIRMED'] as const) {
        const newcomers = some.filter(({ opened }) => opened.place === state);
        if (newcomers.length === 0) continue;
        const lucky = await this.taking.take(tx, { poolId, state, holders: newcomers.map(({ filled }) => filled.registration.id) });
        setAside(newcomers.slice(lucky).map(({ at }) => at));
      }
    }
  }

  /**
   * Who is registered already, manages as many as are allowed, or has a person of that name.
   * @param counted how many registrations each manages by now, by line; only who manages one can be registered already
   */
  private async odd(tx: Tx, all: readonly Candidate[], counted?: ReadonlyMap<string, number>): Promise<number[]> {
    if (all.length === 0) return [];
    const live = counted ?? await this.managed.liveOf(tx, all.map(({ filled }) => filled.registration));
    const managing = all.filter(({ filled }) => liveOf(live, filled.registration) > 0);
    const twins = await this.store.withTwins(tx, managing.map(({ filled }) => filled.registration));
    const registered = new Set(managing.filter((_, index) => twins.has(index)));
    const people = await this.people.ofAccounts(tx.em, all.map(({ filled }) => filled.registration.accountId));
    return all.filter((one) => {
      const { opened, filled: { registration, checked } } = one;
      const { names } = checked.person;
      return names === undefined || registered.has(one) || liveOf(live, registration) >= opened.conditions.conference.personsPerAccount
        || people.some(({ accountId, person }) => accountId === registration.accountId && sameName(person.names, names));
    }).map(({ at }) => at);
  }

  private personOf(tx: Tx, { filled: { checked } }: Candidate): Person {
    const { names } = checked.person;
    if (names === undefined) throw new Error('a registration without a name is no plain one');
    return this.people.prepare(tx, { ...checked.person, names });
  }

  /** The refusal for want of places, once for each pool; LINE where there is nothing but the line. */
  private outlooks(tx: Tx): (one: Candidate) => Promise<Refusal | 'LINE' | undefined> {
    const known = new Map<string, Promise<Refusal | undefined>>();
    const ask = (poolId: PoolId, joinLine: boolean): Promise<Refusal | undefined> => {
      const answer = known.get(`${poolId} ${joinLine}`) ?? this.places.outlook(tx, poolId, { joinLine });
      known.set(`${poolId} ${joinLine}`, answer);
      return answer;
    };
    return async ({ joinLine, opened }) => {
      const { poolId } = opened.conditions.category;
      const refusal = await ask(poolId, joinLine);
      return refusal ?? (joinLine && await ask(poolId, false) !== undefined ? 'LINE' : undefined);
    };
  }
}

function liveOf(live: ReadonlyMap<string, number>, line: ManagedLine): number {
  return live.get(lineKey(line)) ?? 0;
}

/** @throws SetAside where there are any */
function setAside(places: readonly number[]): void {
  if (places.length > 0) throw new SetAside(places);
}

/** In the order in which pools are locked. */
function byPool(all: readonly Candidate[]): [PoolId, Candidate[]][] {
  const pools = new Map<PoolId, Candidate[]>();
  for (const one of all) pools.set(one.opened.conditions.category.poolId, [...(pools.get(one.opened.conditions.category.poolId) ?? []), one]);
  return [...pools].sort(([a], [b]) => (a < b ? -1 : 1));
}
