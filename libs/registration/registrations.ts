import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { denied } from '#identity';
import type { Actor, Permission } from '#identity';
import { isId, refuse } from '#kernel';
import type { AccountId, ConferenceId, DelegationId, InvitationId, Page, PageRequest, PersonId, Refusal, RegistrationId } from '#kernel';
import { full, People } from '#people';
import type { Person } from '#people';
import { pageById } from '#platform';
import type { CursorRefusal, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { RegistrationTransition } from './registration-transition.entity.js';
import { Registration } from './registration.entity.js';
import { actsFor, staffMay } from './registration.policy.js';
import { RegistrationStore } from './registration.store.js';
import type { RegistrationState } from './registration.status.js';

export type LockRefusal = Refusal<'registration.unknown' | 'registration.not-confirmed' | 'access.denied' | 'access.sign-in-needed' | 'access.second-factor-needed'>;

export interface LockOptions {
  /** What lets staff act on it; the account that manages it and the head of its delegation always may. */
  readonly staffPermission?: Permission;
  /** States in which the verb may be done; CONFIRMED where absent. */
  readonly states?: readonly RegistrationState[];
}

/** A registration that its actor may act on, locked until the commit. */
export interface LockedRegistration {
  readonly registration: Registration;
  readonly conference: Conference;
  /** Whether the actor acts as staff rather than as its manager. */
  readonly byStaff: boolean;
}

export interface LetterAddress {
  readonly email: string;
  /** Empty in a draft that names nobody yet. */
  readonly name: string;
  readonly locale: string;
}

/** The door for the rooms above: programme, visits, agenda, campaigns. */
@Injectable()
export class Registrations {
  constructor(private readonly store: RegistrationStore, private readonly conferences: Conferences, private readonly people: People) {}

  byId(em: EntityManager, id: RegistrationId): Promise<Registration | null> {
    return isId(id) ? this.store.byId(em, id) : Promise.resolve(null);
  }

  /** In no particular order; unknown ids are left out. */
  byIds(em: EntityManager, ids: readonly RegistrationId[]): Promise<Registration[]> {
    return em.findBy(Registration, { id: In([...ids]) });
  }

  /** The registrations that accounts manage, newest first. */
  ofAccounts(em: EntityManager, accountIds: readonly AccountId[], conferenceId?: ConferenceId): Promise<Registration[]> {
    return em.find(Registration, { where: { accountId: In([...accountIds]), ...(conferenceId === undefined ? {} : { conferenceId }) }, order: { id: 'DESC' } });
  }

  /** A page of them. */
  pageOfAccount(em: EntityManager, accountId: AccountId, request: PageRequest, conferenceId?: ConferenceId): Promise<Page<Registration> | CursorRefusal> {
    return pageById(em, Registration, request, { where: managedBy(accountId, conferenceId), order: 'DESC' });
  }

  countOfAccount(em: EntityManager, accountId: AccountId, conferenceId?: ConferenceId): Promise<number> {
    return em.countBy(Registration, managedBy(accountId, conferenceId));
  }

  /** The registrations of people, newest first. */
  ofPersons(em: EntityManager, personIds: readonly PersonId[]): Promise<Registration[]> {
    return em.find(Registration, { where: { personId: In([...personIds]) }, order: { id: 'DESC' } });
  }

  /** The registrations of delegations' members, newest first. */
  ofDelegations(em: EntityManager, ids: readonly DelegationId[]): Promise<Registration[]> {
    return em.find(Registration, { where: { delegationId: In([...ids]) }, order: { id: 'DESC' } });
  }

  /** The registrations that came by invitations, newest first. */
  ofInvitations(em: EntityManager, ids: readonly InvitationId[]): Promise<Registration[]> {
    return em.find(Registration, { where: { invitationId: In([...ids]) }, order: { id: 'DESC' } });
  }

  /** What happened to each, oldest first. */
  historyOf(em: EntityManager, ids: readonly RegistrationId[]): Promise<RegistrationTransition[]> {
    return em.find(RegistrationTransition, { where: { registrationId: In([...ids]) }, order: { id: 'ASC' } });
  }

  /**
   * Locks a registration for a verb on it, for its manager or for staff with the permission. The first lock of the
   * transaction: holder and pools come after it.
   */
  async lockForVerb(tx: Tx, actor: Actor, registrationId: RegistrationId, options: LockOptions = {}): Promise<LockedRegistration | LockRefusal> {
    const registration = isId(registrationId) ? await this.store.lock(tx, registrationId) : null;
    if (registration === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('registration.unknown');
    const conference = await this.conferences.byId(tx.em, registration.conferenceId);
    if (conference === null) throw new Error(`registration ${registration.id} has no conference`);
    const isManager = actsFor(actor, registration);
    if (!isManager && !staffMay(actor, options.staffPermission ?? 'registration.enter', conference)) return denied(actor);
    if (!(options.states ?? ['CONFIRMED']).includes(registration.state)) return refuse('registration.not-confirmed', { state: registration.state });
    return { registration, conference, byStaff: !isManager };
  }

  /** To whom letters about a registration go, by what name and in which language. */
  async letterAddressOf(em: EntityManager, registration: Registration): Promise<LetterAddress> {
    const [person] = registration.personId === null ? [] : await this.people.byIds(em, [registration.personId]);
    return letterAddress(registration, person);
  }

  /** The same of many in one statement, each beside its registration, in their order. */
  async withLetterAddresses(em: EntityManager, registrations: readonly Registration[]): Promise<readonly { registration: Registration; address: LetterAddress }[]> {
    const people = new Map((await this.people.byIds(em, registrations.flatMap(({ personId }) => personId ?? []))).map((person) => [person.id, person]));
    return registrations.map((registration) => ({
      registration, address: letterAddress(registration, registration.personId === null ? undefined : people.get(registration.personId)),
    }));
  }
}

function letterAddress({ email, locale }: Registration, person: Person | undefined): LetterAddress {
  return { email, locale, name: person === undefined ? '' : full(person.names) };
}

function managedBy(accountId: AccountId, conferenceId: ConferenceId | undefined): FindOptionsWhere<Registration> {
  return { accountId, ...(conferenceId === undefined ? {} : { conferenceId }) };
}
