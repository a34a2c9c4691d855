import { Clock, newId } from '#kernel';
import type { AccountId, PersonId } from '#kernel';
import { insertRows } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { PersonNames } from './names.js';
import { columnsOf } from './person-details.js';
import type { NewPerson, PersonChanges } from './person-details.js';
import { PersonAccount } from './person-account.entity.js';
import { Person } from './person.entity.js';
import { sameName } from './same-name.js';

/** The people that accounts manage: found, made and changed inside the transaction of whoever registers them. */
@Injectable()
export class People {
  constructor(private readonly clock: Clock) {}

  async byId(em: EntityManager, id: PersonId): Promise<Person | null> {
    return em.findOneBy(Person, { id });
  }

  async byIds(em: EntityManager, ids: readonly PersonId[]): Promise<Person[]> {
    return ids.length === 0 ? [] : em.findBy(Person, { id: In(ids) });
  }

  /** The person, locked until the commit. */
  async lock(tx: Tx, id: PersonId): Promise<Person | null> {
    return tx.em.findOne(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** The people an account manages, longest known first. */
  async ofAccount(em: EntityManager, accountId: AccountId): Promise<Person[]> {
    return (await this.ofAccounts(em, [accountId])).map(({ person }) => person);
  }

  async ofAccounts(em: EntityManager, accountIds: readonly AccountId[]): Promise<{ accountId: AccountId; person: Person }[]> {
    const links = await em.find(PersonAccount, { where: { accountId: In(accountIds) }, order: { createdAt: 'ASC', personId: 'ASC' } });
    const people = new Map((await this.byIds(em, links.map((link) => link.personId))).map((person) => [person.id, person]));
    return links.flatMap(({ accountId, personId }) => {
      const person = people.get(personId);
      return person === undefined ? [] : [{ accountId, person }];
    });
  }

  async manages(em: EntityManager, accountId: AccountId, personId: PersonId): Promise<boolean> {
    return em.existsBy(PersonAccount, { accountId, personId });
  }

  /**
   * The person of this name whom the account manages already: someone who returns at the next edition. The account's row
   * is locked by a caller that makes the person where there is none.
   */
  async ofName(em: EntityManager, accountId: AccountId, names: PersonNames): Promise<Person | null> {
    return (await this.ofAccount(em, accountId)).find((person) => sameName(person.names, names)) ?? null;
  }

  async create(tx: Tx, accountId: AccountId, details: NewPerson): Promise<Person> {
    const person = this.prepare(tx, details);
    await this.createAll(tx, [{ accountId, person }]);
    return person;
  }

  /** A new person, to be written together with others. */
  prepare(tx: Tx, details: NewPerson): Person {
    const now = this.clock.now();
    return tx.em.create(Person, { id: newId<'Person'>(), nationality: null, residence: null, ...columnsOf(details), createdAt: now, updatedAt: now });
  }

  /** Writes prepared people, each managed by an account, by two statements however many they are. */
  async createAll(tx: Tx, people: readonly { readonly accountId: AccountId; readonly person: Person }[]): Promise<void> {
    const createdAt = this.clock.now();
    await insertRows(tx, Person, people.map(({ person }) => person));
    await insertRows(tx, PersonAccount, people.map(({ accountId, person }) => ({ accountId, personId: person.id, createdAt })));
  }

  /** Writes what changes; absent fields stay. */
  async update(tx: Tx, person: Person, changes: PersonChanges): Promise<Person> {
    const columns = { ...columnsOf(changes), updatedAt: this.clock.now() };
    await tx.em.update(Person, { id: person.id }, columns);
    return tx.em.create(Person, { ...person, ...columns });
  }

  /** Lets an account manage a person; again does nothing. */
  async link(tx: Tx, accountId: AccountId, personId: PersonId): Promise<void> {
    await tx.query('INSERT INTO person_account (account_id, person_id, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      accountId, personId, this.clock.now(),
    ]);
  }
}
