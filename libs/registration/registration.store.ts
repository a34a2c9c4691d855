import type { Actor } from '#identity';
import { Clock, newId } from '#kernel';
import type { PersonId, RegistrationId } from '#kernel';
import { insertRows } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { factOf } from './facts.js';
import { RegistrationCounts } from './registration-counts.js';
import type { TransitionId } from './registration-transition.entity.js';
import { Registration } from './registration.entity.js';
import { isLegal, liveStates } from './registration.status.js';
import type { Mover, RegistrationState } from './registration.status.js';

/** One step of a registration along the table of legal moves. */
export interface Step {
  readonly to: RegistrationState;
  readonly by: Mover;
  readonly reason?: string | undefined;
}

/** A registration after its steps, with the last one: letters carry its id as their key. */
export interface Moved {
  readonly registration: Registration;
  readonly transitionId: TransitionId;
}

type Steps = readonly [Step, ...Step[]];

/** A registration to be written, that has come along its steps. */
export interface NewRegistration {
  readonly actor: Actor;
  readonly registration: Registration;
  readonly steps: Steps;
}

interface Move extends NewRegistration {
  /** Its state before; null where it is new. */
  readonly begin: RegistrationState | null;
}

interface KeptStep {
  readonly id: TransitionId;
  readonly move: Move;
  readonly step: Step;
  readonly from: RegistrationState | null;
}

const TRANSITIONS = `
  INSERT INTO registration_transition (at, id, registration_id, conference_id, from_state, to_state, mover, account_id, token_id, reason)
  SELECT $1, t.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::text[]) AS t`;

const TWINS = `
  SELECT t.n FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) WITH ORDINALITY AS t(conference_id, account_id, latin_key, native_key, n)
  CROSS JOIN LATERAL (
    SELECT 1 FROM registration r WHERE r.conference_id = t.conference_id AND r.account_id = t.account_id AND r.latin_key = t.latin_key
      AND r.state = ANY($5::text[]) AND (r.native_key = t.native_key OR r.native_key = '' OR t.native_key = '') LIMIT 1) twin`;

/** The one writer of registrations: rows, their history, their counts and the facts that follow go together. */
@Injectable()
export class RegistrationStore {
  constructor(private readonly counts: RegistrationCounts, private readonly clock: Clock) {}

  byId(em: EntityManager, id: RegistrationId): Promise<Registration | null> {
    return em.findOneBy(Registration, { id });
  }

  /** The registration, locked until the commit: whoever moves or edits it comes here first. */
  lock(tx: Tx, id: RegistrationId): Promise<Registration | null> {
    return tx.em.findOne(Registration, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes a new registration that has come along `steps`, the last of which is its state. */
  async insert(tx: Tx, actor: Actor, registration: Registration, steps: Steps): Promise<Moved> {
    const [moved] = await this.insertAll(tx, [{ actor, registration, steps }]);
    if (moved === undefined) throw new Error('a registration was not written');
    return moved;
  }

  /** Writes many new registrations by the statements that one needs. */
  async insertAll(tx: Tx, entries: readonly NewRegistration[]): Promise<Moved[]> {
    const written = entries.map(({ actor, registration, steps }) => ({ actor, steps, begin: null, registration: tx.em.create(Registration, { ...registration, state: lastOf(steps).to }) }));
    await insertRows(tx, Registration, written.map(({ registration }) => registration));
    return this.keepSteps(tx, written);
  }

  /** Moves a locked registration along `steps`, with changes of columns that belong to the move. */
  async move(tx: Tx, actor: Actor, registration: Registration, steps: Steps, changes: Partial<Registration> = {}): Promise<Moved> {
    const moved = await this.write(tx, registration, { ...changes, state: lastOf(steps).to });
    const [kept] = await this.keepSteps(tx, [{ actor, registration: moved, begin: registration.state, steps }]);
    if (kept === undefined) throw new Error('a registration moved by no step');
    return kept;
  }

  /** Changes columns of a locked registration and raises its version; a draft's new category moves its count. */
  async change(tx: Tx, registration: Registration, changes: Partial<Registration>): Promise<Registration> {
    const changed = await this.write(tx, registration, changes);
    if (changed.categoryId !== registration.categoryId) {
      const { conferenceId } = changed;
      this.counts.add(tx, [
        { conferenceId, categoryId: registration.categoryId, state: registration.state, by: -1 },
        { conferenceId, categoryId: changed.categoryId, state: changed.state, by: 1 },
      ]);
    }
    return changed;
  }

  /** Writes columns that follow from others; nobody's edit, so the version stays. */
  async refresh(tx: Tx, registration: Registration, derived: Partial<Registration>): Promise<void> {
    await tx.em.update(Registration, { id: registration.id }, derived);
  }

  /** The registrations of a person, newest first: what is kept of the person in each follows the person. */
  ofPerson(em: EntityManager, personId: PersonId): Promise<Registration[]> {
    return em.find(Registration, { where: { personId }, order: { id: 'DESC' } });
  }

  /** The live registration of the same person in the conference: known by id, by document, or by name under the same address. */
  async twinOf(em: EntityManager, one: Pick<Registration, 'id' | 'conferenceId' | 'personId' | 'accountId' | 'latinKey' | 'nativeKey' | 'documentIndex'>): Promise<Registration | null> {
    return em.createQueryBuilder(Registration, 'r')
      .where('r.conference_id = :conferenceId AND r.id <> :id AND r.state IN (:...live)', { ...one, live: liveStates })
      .andWhere(`(r.person_id = :personId OR r.document_index = :documentIndex OR r.account_id = :accountId AND r.latin_key = :latinKey
        AND (r.native_key = :nativeKey OR r.native_key = '' OR :nativeKey = ''))`)
      .orderBy('r.id').limit(1).getOne();
  }

  /** The places of those of whom `twinOf` would find a twin by name; none of them gives a document. */
  async withTwins(tx: Tx, all: readonly Registration[]): Promise<ReadonlySet<number>> {
    if (all.length === 0) return new Set();
    const rows = await tx.query<{ n: string }>(TWINS, [
      all.map(({ conferenceId }) => conferenceId), all.map(({ accountId }) => accountId), all.map(({ latinKey }) => latinKey), all.map(({ nativeKey }) => nativeKey), liveStates,
    ]);
    return new Set(rows.map(({ n }) => Number(n) - 1));
  }

  private async write(tx: Tx, registration: Registration, changes: Partial<Registration>): Promise<Registration> {
    const columns = { ...changes, updatedAt: this.clock.now(), version: registration.version + 1 };
    await tx.em.update(Registration, { id: registration.id }, columns);
    return tx.em.create(Registration, { ...registration, ...columns });
  }

  private async keepSteps(tx: Tx, moves: readonly Move[]): Promise<Moved[]> {
    const kept = moves.flatMap((move) => stepsOf(move));
    const column = <T>(read: (step: KeptStep) => T): T[] => kept.map(read);
    await tx.query(TRANSITIONS, [
      this.clock.now(), column(({ id }) => id), column(({ move }) => move.registration.id), column(({ move }) => move.registration.conferenceId), column(({ from }) => from),
      column(({ step }) => step.to), column(({ step }) => step.by), column(({ step, move }) => (step.by === 'SYSTEM' ? null : move.actor.accountId)),
      column(({ step, move }) => (step.by === 'SYSTEM' ? null : move.actor.tokenId)), column(({ step }) => step.reason ?? null),
    ]);
    this.counts.add(tx, moves.flatMap(({ registration: { conferenceId, categoryId, state }, begin }) => [
      ...(begin === null ? [] : [{ conferenceId, categoryId, state: begin, by: -1 }]), { conferenceId, categoryId, state, by: 1 },
    ]));
    for (const { registration, begin, steps } of moves) {
      const { id: registrationId, conferenceId, categoryId } = registration;
      const fact = begin === 'DRAFT' && !isSubmission(steps) ? undefined : factOf(registration.state);
      if (fact !== undefined) tx.record(fact, { registrationId, conferenceId, categoryId });
    }
    const lastIds = new Map(kept.map(({ id, move }) => [move, id]));
    return moves.map((move) => ({ registration: move.registration, transitionId: lastIdOf(lastIds.get(move)) }));
  }
}

/** The steps of one move as they are kept. @throws Error where the table of moves forbids one */
function stepsOf(move: Move): KeptStep[] {
  let from = move.begin;
  return move.steps.map((step) => {
    const kept = { id: newId<'RegistrationTransition'>(), move, step, from };
    if (!isLegal(from, step.to, step.by)) throw new Error(`no legal move from ${String(from)} to ${step.to} by ${step.by}`);
    from = step.to;
    return kept;
  });
}

function lastOf(steps: Steps): Step {
  return steps.at(-1) ?? steps[0];
}

/** A draft that is thrown away is nobody's business; one that is handed in is. */
function isSubmission(steps: readonly Step[]): boolean {
  return steps.some((step) => step.to === 'SUBMITTED');
}

function lastIdOf(id: TransitionId | undefined): TransitionId {
  if (id === undefined) throw new Error('a registration moved by no step');
  return id;
}
