import type { PersonId, RegistrationId } from '#kernel';
import { MessageStore } from '#mail';
import type { SentLetter } from '#mail';
import { TravelDocuments } from '#people';
import type { TravelDocument } from '#people';
import { UnitOfWork } from '#platform';
import { RegistrationRuns, Registrations } from '#registration';
import type { Registration, RegistrationRunId, RegistrationTransition, RunProgress } from '#registration';
import { Injectable } from '@nestjs/common';
import { mapBy, mapById } from '../graphql/loader-maps.js';
import { defineLoader, LoaderRegistry } from '../graphql/loaders.js';

export const registrationById = defineLoader<RegistrationId, Registration | null>('registrationById', () => null);
/** What happened to a registration, oldest first. */
export const historyOfRegistration = defineLoader<RegistrationId, readonly RegistrationTransition[]>('historyOfRegistration', () => []);
/** All registrations of a person, newest first, before asking who may see them. */
export const registrationsOfPerson = defineLoader<PersonId, readonly Registration[]>('registrationsOfPerson', () => []);
/** The person's travel document, its number masked. */
export const documentOfPerson = defineLoader<PersonId, TravelDocument | null>('documentOfPerson', () => null);
/** The letters about a registration that left, newest first. */
export const lettersOfRegistration = defineLoader<RegistrationId, readonly SentLetter[]>('lettersOfRegistration', () => []);
/** How far a run is. */
export const progressOfRun = defineLoader<RegistrationRunId, RunProgress>('progressOfRun', () => ({ total: 0, done: 0, refused: 0 }));

@Injectable()
export class RegistrationLoaders {
  constructor(registry: LoaderRegistry, work: UnitOfWork, registrations: Registrations, documents: TravelDocuments, runs: RegistrationRuns, messages: MessageStore) {
    const em = work.reader;
    registry.serve(registrationById, async (ids) => mapById(await registrations.byIds(em, ids)));
    registry.serve(historyOfRegistration, async (ids) => Map.groupBy(await registrations.historyOf(em, ids), ({ registrationId }) => registrationId));
    registry.serve(lettersOfRegistration, async (ids) => Map.groupBy(await messages.sentAbout(ids), ({ registrationId }) => registrationId));
    registry.serve(documentOfPerson, async (ids) => mapBy(await documents.masked(em, ids), ({ personId }) => personId));
    registry.serve(progressOfRun, (ids) => runs.progressOf(ids));
    registry.serve(registrationsOfPerson, async (ids) => {
      const all = await registrations.ofPersons(em, ids);
      return new Map(ids.map((id) => [id, all.filter(({ personId }) => personId === id)]));
    });
  }
}
