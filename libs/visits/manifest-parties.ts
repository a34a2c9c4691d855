import { Injectable } from '@nestjs/common';
import { areDocumentsPast } from '#conferences';
import type { Conference } from '#conferences';
import { Clock, wallDate } from '#kernel';
import { fullLatin, People, TravelDocuments } from '#people';
import { Places } from '#places';
import type { PlaceHolder } from '#places';
import { Registrations } from '#registration';
import type { Registration } from '#registration';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Companion } from './companion.entity.js';
import { Companions } from './companions.js';
import type { Departure } from './departure.entity.js';
import { missingIdentity } from './eligibility.rules.js';
import type { ManifestLine } from './manifest.js';
import type { Party } from './manifest.rules.js';
import type { IdentityNeed, Visit } from './visit.entity.js';
import { Visitor } from './visitor.entity.js';

type Line = Omit<ManifestLine, 'number' | 'document'>;

/** Reads the bookings of a departure as parties: a handful of statements however many there are. */
@Injectable()
export class ManifestParties {
  constructor(
    private readonly places: Places, private readonly registrations: Registrations, private readonly people: People,
    private readonly documents: TravelDocuments, private readonly companions: Companions, private readonly clock: Clock,
  ) {}

  async of(em: EntityManager, departure: Departure, visit: Visit, conference: Conference): Promise<readonly Party<Line>[]> {
    const holders = await this.places.holdersOf(em, [departure.poolId]);
    const ids = holders.map(({ holder }) => holder);
    const registrations = new Map((await this.registrations.byIds(em, ids)).map((one) => [one.id, one]));
    const personIds = [...registrations.values()].flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const people = new Map((await this.people.byIds(em, personIds)).map((one) => [one.id, one]));
    const withDocument = new Set((await this.documents.masked(em, personIds)).map(({ personId }) => personId));
    // Erased is not missing.
    const isErased = areDocumentsPast(conference, wallDate(this.clock.now(), conference.timeZone));
    const born = new Map((await em.findBy(Visitor, { registrationId: In(ids) })).map((one) => [one.registrationId, one.bornOn]));
    const along = Map.groupBy(await this.companions.of(em, [departure.id], ids), ({ registrationId }) => registrationId);
    return holders.flatMap((held): Party<Line>[] => {
      const registration = registrations.get(held.holder);
      const person = registration?.personId == null ? undefined : people.get(registration.personId);
      if (registration === undefined || person === undefined) return [];
      const missing = missingIdentity(visit, { ...registration, bornOn: born.get(held.holder) ?? null, hasDocument: isErased || withDocument.has(person.id) });
      const own = lineOf(registration, held, { nativeName: person.names.native, latinName: fullLatin(person.names), missing });
      return [{ sortName: registration.sortName, lines: [own, ...companionLines(own, held, along.get(held.holder) ?? [])] }];
    });
  }
}

function lineOf(registration: Registration, { state }: PlaceHolder, who: { nativeName: string | null; latinName: string; missing: readonly IdentityNeed[] }): Line {
  const { id, code, nationality, dietaryNeeds, accessNeeds, phone } = registration;
  return { registrationId: id, code, state, companionOf: null, ...who, nationality, dietaryNeeds, accessNeeds, phone };
}

/** As many as have seats beside the delegate, named as far as they are. */
function companionLines(own: Line, { party }: PlaceHolder, named: readonly Companion[]): Line[] {
  return Array.from({ length: party - 1 }, (_, index) => {
    const companion = named[index];
    return {
      registrationId: own.registrationId, code: own.code, state: own.state, companionOf: own.latinName,
      nativeName: companion?.nativeName ?? null, latinName: companion?.latinName ?? null, nationality: companion?.nationality ?? null,
      dietaryNeeds: companion?.dietaryNeeds ?? null, accessNeeds: null, phone: null, missing: [],
    };
  });
}
