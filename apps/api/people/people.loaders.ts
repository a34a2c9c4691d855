import type { AccountId, PersonId } from '#kernel';
import { People } from '#people';
import type { Person } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const personById = defineLoader<PersonId, Person | null>('personById', () => null);
/** The people an account manages, longest known first. */
export const personsOfAccount = defineLoader<AccountId, readonly Person[]>('personsOfAccount', () => []);

@Injectable()
export class PeopleLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, people: People) {
    registry.serve(personById, async (ids) => mapById(await people.byIds(work.reader, ids)));
    registry.serve(personsOfAccount, async (ids) => {
      const links = Map.groupBy(await people.ofAccounts(work.reader, ids), ({ accountId }) => accountId);
      return new Map([...links].map(([accountId, found]) => [accountId, found.map(({ person }) => person)]));
    });
  }
}
