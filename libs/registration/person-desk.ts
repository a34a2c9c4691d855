import { Accounts } from '#identity';
import { latinKey, nativeKey, People, TravelDocuments } from '#people';
import type { Person, PersonNames } from '#people';
import type { AccountId, PersonId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CheckedDetails, KnownPerson } from './details.js';
import type { Registration } from './registration.entity.js';
import { replacesIdentity } from './person-change.js';
import type { ChangedPerson } from './other-registrations.js';

/** What is known of the person before something is written. */
export interface Known {
  readonly person: Person | null;
  /** Blind index of the travel document on file. */
  readonly documentIndex: string | null;
}

/** A person that was written: `changed` where it was known before, so that its other registrations follow it. */
export interface WrittenPerson {
  readonly person: Person | null;
  readonly changed: ChangedPerson | null;
}

/** By what the same person is known again within a conference. */
export type PersonKeys = Pick<Registration, 'latinKey' | 'nativeKey' | 'documentIndex'>;

/** The person behind a registration: what is known, by what it is known again, and its writing. */
@Injectable()
export class PersonDesk {
  constructor(private readonly people: People, private readonly documents: TravelDocuments, private readonly accounts: Accounts) {}

  /** The person, locked until the commit, so that two who change or register it come one after the other. */
  async known(tx: Tx, personId: PersonId | null): Promise<Known> {
    if (personId === null) return { person: null, documentIndex: null };
    const person = await this.people.lock(tx, personId);
    const [document] = await this.documents.masked(tx.em, [personId]);
    return { person, documentIndex: document?.blindIndex ?? null };
  }

  manages(em: EntityManager, accountId: AccountId, personId: PersonId): Promise<boolean> {
    return this.people.manages(em, accountId, personId);
  }

  /** The person as it will be, for the completeness of the whole. */
  after(known: Known, checked: CheckedDetails): KnownPerson {
    const { names, nationality, residence } = checked.person;
    return {
      hasNames: names !== undefined || known.person !== null,
      nationality: nationality !== undefined ? nationality : (known.person?.nationality ?? null),
      residence: residence !== undefined ? residence : (known.person?.residence ?? null),
      hasDocument: checked.travelDocument === undefined ? known.documentIndex !== null : checked.travelDocument !== null,
    };
  }

  keys(known: Known, checked: CheckedDetails): PersonKeys {
    const names = namesAfter(known, checked);
    const { travelDocument } = checked;
    const documentIndex = travelDocument === undefined ? known.documentIndex : travelDocument === null ? null : this.documents.blindIndexOf(travelDocument);
    return { latinKey: names === null ? null : latinKey(names), nativeKey: names === null ? '' : nativeKey(names), documentIndex };
  }

  /** Writes the person, found by name among those of the account where none is known yet; nobody while a draft has no name. */
  async write(tx: Tx, accountId: AccountId, known: Known, checked: CheckedDetails): Promise<WrittenPerson> {
    const before = known.person === null ? await this.ofSameName(tx, accountId, checked) : known;
    const person = await this.writePerson(tx, accountId, before.person, checked);
    if (person === null) return { person, changed: null };
    if (checked.travelDocument === null) await this.documents.remove(tx, person.id);
    else if (checked.travelDocument !== undefined) await this.documents.keep(tx, person.id, checked.travelDocument);
    if (before.person === null || !touches(checked)) return { person, changed: null };
    const keys = this.keys(before, checked);
    return { person, changed: { person, keys, replacesIdentity: replacesIdentity(before, checked, keys) } };
  }

  /** Under the account's lock: two that look for one name at once find, or make, one person. */
  private async ofSameName(tx: Tx, accountId: AccountId, { person: { names } }: CheckedDetails): Promise<Known> {
    if (names === undefined) return this.known(tx, null);
    await this.accounts.lock(tx, accountId);
    const person = await this.people.ofName(tx.em, accountId, names);
    return this.known(tx, person?.id ?? null);
  }

  private async writePerson(tx: Tx, accountId: AccountId, person: Person | null, { person: changes }: CheckedDetails): Promise<Person | null> {
    if (person !== null) return Object.keys(changes).length === 0 ? person : this.people.update(tx, person, changes);
    return changes.names === undefined ? null : this.people.create(tx, accountId, { ...changes, names: changes.names });
  }
}

function touches({ person, travelDocument }: CheckedDetails): boolean {
  return Object.keys(person).length > 0 || travelDocument !== undefined;
}

/** The names as they will be. */
function namesAfter(known: Known, checked: CheckedDetails): PersonNames | null {
  return checked.person.names ?? known.person?.names ?? null;
}
