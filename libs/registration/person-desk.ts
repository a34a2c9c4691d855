import { People, TravelDocuments } from '#people';
import type { Person, PersonNames } from '#people';
import type { AccountId, PersonId } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CheckedDetails, KnownPerson } from './details.js';
import type { Registration } from './registration.entity.js';
import { derivedColumns } from './derived-columns.js';
import { latinKey, nativeKey } from './search-text.js';
import { RegistrationStore } from './registration.store.js';

/** What is known of the person before something is written. */
export interface Known {
  readonly person: Person | null;
  /** Blind index of the travel document on file. */
  readonly documentIndex: string | null;
}

/** A person that was written; new where the account did not manage one of that name. */
export interface WrittenPerson {
  readonly person: Person | null;
  readonly isNew: boolean;
}

/** By what the same person is known again within a conference. */
export type PersonKeys = Pick<Registration, 'latinKey' | 'nativeKey' | 'documentIndex'>;

/** The person behind a registration: what is known, by what it is known again, and its writing. */
@Injectable()
export class PersonDesk {
  constructor(private readonly people: People, private readonly documents: TravelDocuments, private readonly store: RegistrationStore) {}

  async known(em: EntityManager, personId: PersonId | null): Promise<Known> {
    if (personId === null) return { person: null, documentIndex: null };
    const [document] = await this.documents.masked(em, [personId]);
    return { person: await this.people.byId(em, personId), documentIndex: document?.blindIndex ?? null };
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
    const written = await this.writePerson(tx, accountId, known.person, checked);
    if (written.person === null || checked.travelDocument === undefined) return written;
    if (checked.travelDocument === null) await this.documents.remove(tx, written.person.id);
    else await this.documents.keep(tx, written.person.id, checked.travelDocument);
    return written;
  }

  /** Lets the person's other registrations be found and sorted by what the person is called now. */
  async refreshOthers(tx: Tx, person: Person, except: Registration): Promise<void> {
    for (const other of await this.store.ofPerson(tx.em, person.id)) {
      if (other.id !== except.id) await this.store.refresh(tx, other, derivedColumns(other, person));
    }
  }

  private async writePerson(tx: Tx, accountId: AccountId, person: Person | null, { person: changes }: CheckedDetails): Promise<WrittenPerson> {
    if (person !== null) return { person: Object.keys(changes).length === 0 ? person : await this.people.update(tx, person, changes), isNew: false };
    return changes.names === undefined ? { person: null, isNew: false } : this.people.findOrCreate(tx, accountId, { ...changes, names: changes.names });
  }
}

/** The names as they will be. */
function namesAfter(known: Known, checked: CheckedDetails): PersonNames | null {
  return checked.person.names ?? known.person?.names ?? null;
}
