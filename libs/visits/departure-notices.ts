import { Injectable } from '@nestjs/common';
import { Clock, newId } from '#kernel';
import type { LocalizedText, RegistrationId } from '#kernel';
import { poolTurns } from '#places';
import type { PoolTurn, Released } from '#places';
import type { Tx } from '#platform';
import { DepartureNotice, DepartureTold } from './departure-notice.entity.js';
import type { DepartureNoticeId, DepartureWhereabouts, NoticeKind, VisitAsTold } from './departure-notice.entity.js';
import type { Departure } from './departure.entity.js';
import { tellDepartureNotice } from './jobs.js';

export interface Notice {
  readonly kind: NoticeKind;
  readonly reason: LocalizedText | null;
  readonly before: DepartureWhereabouts | VisitAsTold | null;
  readonly after: DepartureWhereabouts | VisitAsTold | null;
  /** Who is told. */
  readonly turns: readonly PoolTurn[];
  /** Those of them whose agendas overlap since. */
  readonly clashing?: readonly RegistrationId[];
}

const EVERYBODY = 200_000;
const AT_ONCE = 1_000;

/** Keeps what is to be told and to whom, in the transaction of the change; the letters are written after its commit. */
@Injectable()
export class DepartureNotices {
  constructor(private readonly clock: Clock) {}

  /** Everyone who stands to a departure, in the order of their registrations; exact under the lock of its pool. */
  async everyone(tx: Tx, departure: Departure): Promise<readonly PoolTurn[]> {
    const turns = await poolTurns(tx.em, departure.poolId, { after: null, limit: EVERYBODY });
    return turns.sort((one, other) => (one.holder < other.holder ? -1 : 1));
  }

  async write(tx: Tx, departure: Departure, { turns, clashing = [], ...notice }: Notice): Promise<void> {
    if (turns.length === 0) return;
    const noticeId: DepartureNoticeId = newId();
    const { conferenceId } = departure;
    await tx.em.insert(DepartureNotice, { id: noticeId, conferenceId, departureId: departure.id, ...notice, noticedAt: this.clock.now() });
    const overlapping = new Set(clashing);
    const told = turns.map(({ holder, state, party }) => ({
      id: newId<'DepartureTold'>(), conferenceId, noticeId, registrationId: holder, was: releasedOf(state), party, clashes: overlapping.has(holder), toldAt: null,
    }));
    for (let from = 0; from < told.length; from += AT_ONCE) await tx.em.insert(DepartureTold, told.slice(from, from + AT_ONCE));
    tx.enqueue(tellDepartureNotice, { noticeId });
  }
}

function releasedOf(state: PoolTurn['state']): Released {
  if (state === 'WAITING') return 'LINE';
  return state === 'OFFERED' ? 'OFFER' : 'PLACE';
}

/** What people are told of a departure. */
export function whereaboutsOf({ startsAt, endsAt, meetingPoint, vehicle }: Departure): DepartureWhereabouts {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), meetingPoint, vehicle };
}
