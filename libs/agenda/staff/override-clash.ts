import { Audit, denied } from '#identity';
import type { Actor } from '#identity';
import { invalid, isId, isRefusal, refuse } from '#kernel';
import type { PlaceId, PoolId, Refusal, RegistrationId } from '#kernel';
import { Places, Pool } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Registrations, staffMay } from '#registration';
import type { LockedRegistration } from '#registration';
import { Injectable } from '@nestjs/common';
import { OfferRooms } from '../offer-rooms.js';
import type { OfferAnswer } from '../offer-answers.js';
import { HeldTogetherLetters } from '../held-together-letters.js';
import { staffReason } from './pool-desk.js';

export interface ClashToOverride {
  readonly registrationId: RegistrationId;
  readonly poolId: PoolId;
  readonly reason: string;
}

/**
 * Staff let someone have a forum or departure beside what stands in its way: a free place, or the one that is offered. The
 * reason stays with the place, both are marked in the agenda, and the person is told. Capacity, eligibility and the line
 * hold as ever; where nothing stands in the way it is refused, since it needs no override then.
 */
@Injectable()
export class OverrideClash {
  constructor(
    private readonly work: UnitOfWork, private readonly registrations: Registrations, private readonly places: Places,
    private readonly rooms: OfferRooms, private readonly letters: HeldTogetherLetters, private readonly audit: Audit,
  ) {}

  async run(actor: Actor, input: ClashToOverride): Promise<OfferAnswer | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  private async within(tx: Tx, actor: Actor, { registrationId, poolId, reason: typed }: ClashToOverride): Promise<OfferAnswer | Refusal> {
    const locked = await this.registrations.lockForVerb(tx, actor, registrationId, { staffPermission: 'registration.decide' });
    if (isRefusal(locked)) return locked;
    if (!staffMay(actor, 'registration.decide', locked.conference)) return denied(actor);
    const reason = staffReason(typed);
    if (typeof reason !== 'string') return invalid(reason);
    const pool = isId(poolId) ? await tx.em.findOneBy(Pool, { id: poolId, conferenceId: locked.conference.id }) : null;
    if (pool === null || pool.kind === 'CATEGORY') return refuse('places.unknown');
    const refused = await this.rooms.mayAccept(tx, pool, locked, []);
    if (refused !== undefined) return refused;
    const placeId = await this.take(tx, locked, pool, reason);
    if (isRefusal(placeId)) return placeId;
    const together = (await this.places.together(tx.em, [registrationId])).filter(({ one, other }) => one.poolId === poolId || other.poolId === poolId);
    if (together.length === 0) return refuse('agenda.nothing-in-the-way');
    await this.rooms.accepted(tx, pool, locked, placeId);
    await this.letters.write(tx, locked, together, placeId);
    await this.audit.write(tx, {
      actor, action: 'agenda.clash-overridden', subjectKind: 'registration', subjectId: registrationId, conferenceId: locked.conference.id,
      data: { poolId, kind: pool.kind, with: together.map(({ one, other }) => (one.poolId === poolId ? other.poolId : one.poolId)) },
    });
    return { registrationId, kind: pool.kind, subjectId: pool.subjectId };
  }

  private async take(tx: Tx, { registration }: LockedRegistration, pool: Pool, reason: string): Promise<PlaceId | Refusal> {
    const standing = (await this.places.standings(tx.em, [registration.id])).find((one) => one.poolId === pool.id);
    const override = { reason };
    if (standing?.offer != null) {
      const accepted = await this.places.acceptOffer(tx, standing.offer.id, { giveUp: [], state: 'CONFIRMED', override });
      return isRefusal(accepted) ? accepted : accepted.placeId;
    }
    const taken = await this.places.take(tx, { holder: registration.id, poolId: pool.id, state: 'CONFIRMED', joinLine: false, override });
    if (isRefusal(taken)) return taken;
    if (taken.outcome === 'LINE') throw new Error('nobody asked to join the line');
    return taken.placeId;
  }
}
