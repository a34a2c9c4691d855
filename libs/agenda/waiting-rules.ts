import type { RegistrationId } from '#kernel';
import { homeZone, Waiters } from '#places';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

const NOT_CONFIRMED = `SELECT id FROM registration WHERE id = ANY($1::uuid[]) AND state <> 'CONFIRMED'`;
const HOMES = `
  SELECT r.id, p.residence, r.locale FROM registration r LEFT JOIN person p ON p.id = r.person_id WHERE r.id = ANY($1::uuid[])`;

interface Home {
  readonly id: RegistrationId;
  readonly residence: string | null;
  readonly locale: string;
}

/**
 * Tells places what holds for all who wait: a forum's or departure's place is for confirmed registrations only, and an
 * offer respects the day of the zone in which its reader lives. Rules of a forum or site are added by their own rooms.
 */
@Injectable()
export class WaitingRules {
  constructor(waiters: Waiters) {
    for (const kind of ['FORUM', 'DEPARTURE'] as const) waiters.addRule(kind, (tx, _subjectId, holders) => notConfirmed(tx, holders));
    waiters.useZones(zonesOf);
  }
}

async function notConfirmed(tx: Tx, holders: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, string>> {
  const rows = await tx.query<{ id: RegistrationId }>(NOT_CONFIRMED, [holders]);
  return new Map(rows.map(({ id }) => [id, 'registration']));
}

async function zonesOf(tx: Tx, holders: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, string>> {
  const homes = await tx.query<Home>(HOMES, [holders]);
  return new Map(homes.flatMap(({ id, residence, locale }) => {
    const zone = homeZone(residence, locale);
    return zone === undefined ? [] : [[id, zone] as const];
  }));
}
