import type { ConferenceId, RegistrationId } from '#kernel';
import { People } from '#people';
import type { Person } from '#people';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Registration } from './registration.entity.js';

/** Rows read at a time: enough that statements do not count, few enough that memory does not. */
const BATCH = 500;

export interface RegistrationWithPerson {
  readonly registration: Registration;
  readonly person: Person | undefined;
}

/** Reads all registrations of a conference in the order in which they were begun, a batch at a time by key: no long transaction, no OFFSET. */
@Injectable()
export class RegistrationBatches {
  constructor(private readonly work: UnitOfWork, private readonly people: People) {}

  async* of(conferenceId: ConferenceId): AsyncGenerator<RegistrationWithPerson> {
    let last: RegistrationId | undefined;
    for (;;) {
      const batch = await this.work.reader.find(Registration, {
        where: { conferenceId, ...(last === undefined ? {} : { id: MoreThan(last) }) }, order: { id: 'ASC' }, take: BATCH,
      });
      const people = await this.people.byIds(this.work.reader, batch.flatMap(({ personId }) => (personId === null ? [] : [personId])));
      const byId = new Map(people.map((person) => [person.id, person]));
      for (const registration of batch) yield { registration, person: registration.personId === null ? undefined : byId.get(registration.personId) };
      last = batch.at(-1)?.id;
      if (batch.length < BATCH || last === undefined) return;
    }
  }
}
