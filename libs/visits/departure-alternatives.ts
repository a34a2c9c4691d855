import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { denied } from '#identity';
import { isId, isRefusal, refuse } from '#kernel';
import type { DepartureId, Refusal, RegistrationId } from '#kernel';
import { Conferences } from '#conferences';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import { manages, Registrations, staffMay } from '#registration';
import { AlternativeLink } from './alternative-link.js';
import { Departure } from './departure.entity.js';
import { SameVisit } from './same-visit.js';

export interface AlternativesQuestion {
  readonly departureId: DepartureId;
  readonly registrationId?: RegistrationId | null | undefined;
  readonly token?: string | null | undefined;
}

/** What a registration may go on instead of a departure. */
export interface AlternativesFound {
  readonly departure: Departure;
  readonly registrationId: RegistrationId;
  /** For how many people seats are looked for. */
  readonly party: number;
  /** Whether there is still a seat on the departure, to be given up for another. */
  readonly stillBooked: boolean;
  /** Departures of the visit that have as many seats and fit the agenda, earliest first. */
  readonly alternatives: readonly DepartureId[];
}

/** Reads what a page says to someone who follows the link in a letter about a changed or cancelled departure. */
@Injectable()
export class DepartureAlternatives {
  constructor(
    private readonly work: UnitOfWork, private readonly link: AlternativeLink, private readonly registrations: Registrations,
    private readonly conferences: Conferences, private readonly places: Places, private readonly sameVisit: SameVisit,
  ) {}

  async run(actor: Actor, question: AlternativesQuestion): Promise<AlternativesFound | Refusal> {
    const em = this.work.reader;
    const departure = isId(question.departureId) ? await em.findOneBy(Departure, { id: question.departureId }) : null;
    if (departure === null) return refuse('departure.unknown');
    const speaker = await this.link.speaker(em, actor, departure.id, question);
    if (isRefusal(speaker)) return speaker;
    const registration = await this.registrations.byId(em, speaker.registrationId);
    const conference = registration === null ? null : await this.conferences.byId(em, registration.conferenceId);
    if (registration === null || conference?.id !== departure.conferenceId) return refuse('departure.unknown');
    if (!manages(speaker.actor, registration) && !staffMay(speaker.actor, 'registration.read', conference)) return denied(actor);
    const old = (await this.places.standings(em, [registration.id])).find(({ poolId }) => poolId === departure.poolId);
    const party = old?.party ?? speaker.told?.party ?? 1;
    return {
      departure, registrationId: registration.id, party, stillBooked: old?.state === 'HELD' || old?.state === 'CONFIRMED',
      alternatives: await this.sameVisit.alternatives({ em }, registration.id, departure, { party, leaving: departure.poolId }),
    };
  }
}
