import type { Actor } from '#identity';
import { Clock, newId } from '#kernel';
import type { AccountId, PersonId, RegistrationId } from '#kernel';
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

const TRANSITIONS = `
  INSERT INTO registration_transition (id, registration_id, conference_id, from_state, to_state, at, mover, account_id, token_id, reason)
  SELECT t.id, $1, $2, t.from_state, t.to_state, $3, t.mover, t.account_id, t.token_id, t.reason
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::text[])
    AS t(id, from_state, to_state, mover, account_id, token_id, reason)`;

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
  async insert(tx: Tx, actor: Actor, registration: Registration, steps: readonly [Step, ...Step[]]): Promise<Moved> {
    const written = tx.em.create(Registration, { ...registration, state: lastOf(steps).to });
    await tx.em.insert(Registration, written);
    return { registration: written, transitionId: await this.keepSteps(tx, actor, written, null, steps) };
  }

  /** Moves a locked registration along `steps`, with changes of columns that belong to the move. */
  async move(tx: Tx, actor: Actor, registration: Registration, steps: readonly [Step, ...Step[]], changes: Partial<Registration> = {}): Promise<Moved> {
    const moved = await this.write(tx, registration, { ...changes, state: lastOf(steps).to });
    return { registration: moved, transitionId: await this.keepSteps(tx, actor, moved, registration.state, steps) };
  }

  /** Changes columns of a locked registration and raises its version; a draft's new category moves its count. */
  async change(tx: Tx, registration: Registration, changes: Partial<Registration>): Promise<Registration> {
    const changed = await this.write(tx, registration, changes);
    if (changed.categoryId !== registration.categoryId) {
      await this.counts.add(tx, changed.conferenceId, [
        { categoryId: registration.categoryId, state: registration.state, by: -1 },
        { categoryId: changed.categoryId, state: changed.state, by: 1 },
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

  private async write(tx: Tx, registration: Registration, changes: Partial<Registration>): Promise<Registration> {
    const columns = { ...changes, updatedAt: this.clock.now(), version: registration.version + 1 };
    await tx.em.update(Registration, { id: registration.id }, columns);
    return tx.em.create(Registration, { ...registration, ...columns });
  }

  private async keepSteps(tx: Tx, actor: Actor, registration: Registration, begin: RegistrationState | null, steps: readonly [Step, ...Step[]]): Promise<TransitionId> {
    const froms = [begin, ...steps.map((step) => step.to)];
    steps.forEach((step, index) => {
      const from = froms[index] ?? null;
      if (!isLegal(from, step.to, step.by)) throw new Error(`no legal move from ${String(from)} to ${step.to} by ${step.by}`);
    });
    const ids = steps.map(() => newId<'RegistrationTransition'>());
    const own = <T>(value: T): (T | null)[] => steps.map((step) => (step.by === 'SYSTEM' ? null : value));
    await tx.query(TRANSITIONS, [
      registration.id, registration.conferenceId, this.clock.now(), ids, froms.slice(0, -1), steps.map((step) => step.to),
      steps.map((step) => step.by), own<AccountId | null>(actor.accountId), own(actor.tokenId), steps.map((step) => step.reason ?? null),
    ]);
    await this.counts.add(tx, registration.conferenceId, [
      ...(begin === null ? [] : [{ categoryId: registration.categoryId, state: begin, by: -1 }]),
      { categoryId: registration.categoryId, state: registration.state, by: 1 },
    ]);
    const { id: registrationId, conferenceId, categoryId } = registration;
    const fact = begin === 'DRAFT' && !isSubmission(steps) ? undefined : factOf(registration.state);
    if (fact !== undefined) tx.record(fact, { registrationId, conferenceId, categoryId });
    return lastIdOf(ids);
  }
}

function lastOf(steps: readonly [Step, ...Step[]]): Step {
  return steps.at(-1) ?? steps[0];
}

/** A draft that is thrown away is nobody's business; one that is handed in is. */
function isSubmission(steps: readonly Step[]): boolean {
  return steps.some((step) => step.to === 'SUBMITTED');
}

function lastIdOf(ids: readonly TransitionId[]): TransitionId {
  const last = ids.at(-1);
  if (last === undefined) throw new Error('a registration moved by no step');
  return last;
}
