import { Injectable } from '@nestjs/common';
import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse, textFor } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import type { RevealedTravelDocument } from '#people';
import { UnitOfWork } from '#platform';
import { RevealTravelDocument } from '#registration';
import type { DepartureVehicle } from './departure-vehicle.entity.js';
import type { Departure } from './departure.entity.js';
import type { Manifest, ManifestLine } from './manifest.js';
import { ManifestParties } from './manifest-parties.js';
import { seated, stopTimes } from './manifest.rules.js';
import type { Visit } from './visit.entity.js';
import { maySeeBookings, mayTakeManifest, mayRevealDocuments } from './visits.policy.js';
import { Visits } from './visits.js';

export interface ManifestRequest {
  /** Whether travel documents are to be shown in full, where the site needs them. */
  readonly documents: boolean;
  /** A file leaves the house, which needs a permission more than reading. */
  readonly format: 'page' | 'pdf' | 'xlsx';
}

/**
 * Who is on a departure, for staff: seats held or confirmed, in the order of the bus. Documents are shown only where the
 * site needs them and the actor may reveal them, each look written down; that the list was taken is in the audit log
 * before anybody sees it.
 */
@Injectable()
export class ReadManifest {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly visits: Visits,
    private readonly parties: ManifestParties, private readonly reveal: RevealTravelDocument, private readonly audit: Audit,
  ) {}

  async run(actor: Actor, departureId: DepartureId, { documents, format }: ManifestRequest): Promise<Manifest | Refusal> {
    const em = this.work.reader;
    const [departure] = isId(departureId) ? await this.visits.departures(em, [departureId]) : [];
    const conference = departure === undefined ? null : await this.conferences.byId(em, departure.conferenceId);
    if (departure === undefined || conference === null) return actor.kind === 'ANONYMOUS' ? denied(actor) : refuse('departure.unknown');
    const [visit] = await this.visits.byIds(em, [departure.visitId]);
    if (visit === undefined) return refuse('departure.unknown');
    const mayRead = format === 'page' ? maySeeBookings(actor, conference) : mayTakeManifest(actor, conference);
    if (!mayRead || (documents && !mayRevealDocuments(actor, conference))) return denied(actor);
    const withDocuments = documents && visit.identityNeeds.includes('TRAVEL_DOCUMENT');
    const vehicles = await this.visits.vehiclesOf(em, [departure.id]);
    const groups = seated(await this.parties.of(em, departure, visit, conference), vehicles);
    const people = groups.reduce((sum, { lines }) => sum + lines.length, 0);
    await this.work.run((tx) => this.audit.write(tx, {
      actor, action: 'visits.manifest-read', subjectKind: 'departure', subjectId: departure.id, conferenceId: conference.id, data: { format, documents: withDocuments, people },
    }));
    const revealed = withDocuments ? await this.documents(actor, groups.flatMap(({ lines }) => lines), visit, departure) : undefined;
    return this.manifest({ conference, departure, visit, people, groups, withDocuments, revealed });
  }

  private async manifest({ departure, visit, people, groups, revealed, ...rest }: Found): Promise<Manifest> {
    const em = this.work.reader;
    let number = 0;
    const numbered = (line: Omit<ManifestLine, 'number' | 'document'>): ManifestLine => {
      number += 1;
      return { ...line, number, document: line.companionOf === null ? revealed?.get(line.registrationId) ?? null : null };
    };
    const stops = await this.visits.stopsOf(em, [visit.id]);
    return {
      ...rest, departure, visit, people,
      vehicles: groups.map(({ vehicle, lines }) => ({ vehicle, lines: lines.map(numbered) })),
      stops: stops.map((stop) => ({ name: stop.name, ...stopTimes(departure.startsAt, stop), people })),
      legs: await this.visits.legsOf(em, [departure.id]),
    };
  }

  private async documents(actor: Actor, lines: readonly Unnumbered[], visit: Visit, departure: Departure): Promise<ReadonlyMap<RegistrationId, RevealedTravelDocument>> {
    const found = new Map<RegistrationId, RevealedTravelDocument>();
    const why = `Passenger list: ${textFor(visit.title, 'en')}, ${departure.startsAt.toISOString()}`;
    for (const { registrationId, companionOf, missing } of lines) {
      if (companionOf !== null || missing.includes('TRAVEL_DOCUMENT')) continue;
      const document = await this.reveal.run(actor, registrationId, why);
      if (!isRefusal(document)) found.set(registrationId, document);
    }
    return found;
  }
}

type Unnumbered = Omit<ManifestLine, 'number' | 'document'>;

interface Found {
  readonly conference: Conference;
  readonly departure: Departure;
  readonly visit: Visit;
  readonly people: number;
  readonly groups: readonly { readonly vehicle: DepartureVehicle | null; readonly lines: readonly Unnumbered[] }[];
  readonly withDocuments: boolean;
  readonly revealed: ReadonlyMap<RegistrationId, RevealedTravelDocument> | undefined;
}
