import type { RegistrationId } from '#kernel';
import type { PoolKind, Standing } from '#places';
import type { AgendaState, BusyKind } from '../graphql/schema.gen.js';

/** An offer as GraphQL answers it; its title is read from what is offered. */
export interface OfferView {
  readonly id: string;
  readonly expiresAt: Date;
  readonly isOpen: boolean;
  readonly of: SubjectView;
}

/** What an item, an offer or a clash is about. */
export interface SubjectView {
  readonly kind: PoolKind;
  readonly subjectId: string;
}

/** An item of an agenda as GraphQL answers it; title, place, forum and departure are read from its subject. */
export interface AgendaItemView {
  readonly id: string;
  readonly registrationId: RegistrationId;
  readonly kind: BusyKind;
  readonly of: SubjectView;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly state: AgendaState;
  readonly positionInLine: number | null;
  readonly offer: OfferView | null;
}

/** How a registration stands to a forum or departure. */
export function toAgendaItem(standing: Standing): AgendaItemView {
  return {
    id: itemId(standing.holder, standing.subjectId),
    registrationId: standing.holder,
    kind: toBusyKind(standing.kind),
    of: { kind: standing.kind, subjectId: standing.subjectId },
    startsAt: standing.intervals.at(0)?.startsAt ?? null,
    endsAt: standing.intervals.at(-1)?.endsAt ?? null,
    state: standing.state,
    positionInLine: standing.position,
    offer: toOffer(standing),
  };
}

/** What a registration had: the answer to leaving a forum or cancelling a booking. */
export function toGivenUp(registrationId: RegistrationId, of: SubjectView): AgendaItemView {
  return {
    id: itemId(registrationId, of.subjectId), registrationId, kind: toBusyKind(of.kind), of,
    startsAt: null, endsAt: null, state: 'GIVEN_UP', positionInLine: null, offer: null,
  };
}

/** The open offer of a standing, or null. */
export function toOffer(standing: Standing): OfferView | null {
  const { offer, kind, subjectId } = standing;
  return offer === null ? null : { id: offer.id, expiresAt: offer.expiresAt, isOpen: offer.isOpen, of: { kind, subjectId } };
}

/** What occupies a person's time; only forums and departures do. */
export function toBusyKind(kind: PoolKind): BusyKind {
  return kind === 'DEPARTURE' ? 'VISIT' : 'FORUM';
}

function itemId(registrationId: RegistrationId, subjectId: string): string {
  return `${registrationId}.${subjectId}`;
}
