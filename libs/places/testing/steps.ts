import fc from 'fast-check';
import type { OfferId, PoolId, RegistrationId } from '#kernel';
import type { Hall } from './hall.js';
import { hours } from './hall.js';

/** Who and which pool, as numbers into what the run has. */
interface Aim {
  readonly who: number;
  readonly pool: number;
}

/** One request of one client. */
export type Step =
  | (Aim & { readonly do: 'take'; readonly party: number; readonly joinLine: boolean; readonly isHeld: boolean })
  | (Aim & { readonly do: 'release' | 'releaseAll' | 'comeBack' | 'confirm' | 'decline' })
  | (Aim & { readonly do: 'accept'; readonly giveUp: boolean })
  | (Aim & { readonly do: 'swap'; readonly to: number })
  | (Aim & { readonly do: 'move'; readonly priority: number })
  | (Aim & { readonly do: 'resize'; readonly size: number; readonly permit: boolean })
  | (Aim & { readonly do: 'sweep' })
  | (Aim & { readonly do: 'override' | 'overbook' | 'acceptAnyway' })
  | (Aim & { readonly do: 'retime'; readonly hour: number; readonly site: string });

export const POOLS = 6;
/** It takes an hour and a half from one to the other. */
export const SITES = ['hall', 'river'] as const;
export const MINUTES_BETWEEN = 90;
export const HOLDERS = 14;
/** Requests that run at the same time. */
export const AT_ONCE = 8;

const aim = { who: fc.nat(HOLDERS - 1), pool: fc.nat(POOLS - 1) };
const one = <Name extends Step['do']>(name: Name) => fc.record({ do: fc.constant(name), ...aim });
const party = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.integer({ min: 2, max: 3 }) });

/** What delegates do, and the sweep. */
const ordinary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('take' as const), ...aim, party, joinLine: fc.boolean(), isHeld: fc.boolean() }) },
  { weight: 4, arbitrary: one('release') },
  { weight: 1, arbitrary: one('releaseAll') },
  { weight: 2, arbitrary: one('comeBack') },
  { weight: 1, arbitrary: one('confirm') },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('accept' as const), ...aim, giveUp: fc.boolean() }) },
  { weight: 2, arbitrary: one('decline') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('swap' as const), ...aim, to: fc.nat(POOLS - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), ...aim, priority: fc.integer({ min: 0, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resize' as const), ...aim, size: fc.nat(6), permit: fc.boolean() }) },
  { weight: 1, arbitrary: one('sweep') },
);
/** What only staff may, and what may make two things fall on one time. */
const staff: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: one('override') },
  { weight: 1, arbitrary: one('overbook') },
  { weight: 1, arbitrary: one('acceptAnyway') },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retime' as const), ...aim, hour: fc.integer({ min: 8, max: 14 }), site: fc.constantFrom(...SITES) }) },
);

/** Requests that run at once, after the clock has moved on. */
export interface Round {
  readonly minutes: number;
  readonly steps: readonly Step[];
}

export function rounds(count: number, withStaff: boolean): fc.Arbitrary<Round[]> {
  const step = withStaff ? fc.oneof({ weight: 8, arbitrary: ordinary }, { weight: 1, arbitrary: staff }) : ordinary;
  const round = fc.record({
    minutes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(100) }),
    steps: fc.array(step, { minLength: AT_ONCE, maxLength: AT_ONCE }),
  });
  return fc.array(round, { minLength: count, maxLength: count });
}

export interface Run {
  readonly hall: Hall;
  readonly pools: readonly PoolId[];
  readonly holders: readonly RegistrationId[];
}

/** Does one request; a refusal is an answer like any other, a fault is thrown. */
export async function perform({ hall, pools, holders }: Run, step: Step): Promise<unknown> {
  const holder = pick(holders, step.who);
  const poolId = pick(pools, step.pool);
  const { places } = hall;
  switch (step.do) {
    case 'take': return hall.take(holder, poolId, { party: step.party, joinLine: step.joinLine, ...heldOr(hall, step.isHeld) });
    case 'override': return hall.take(holder, poolId, { override: { reason: 'speaks in both' } });
    case 'overbook': return hall.take(holder, poolId, { overbook: true, override: { reason: 'overbooked' } });
    case 'release': return hall.run((tx) => places.release(tx, holder, poolId));
    case 'releaseAll': return hall.run((tx) => places.releaseAll(tx, holder));
    case 'comeBack': return hall.run((tx) => places.openHolder(tx, holder, hall.conferenceId));
    case 'confirm': return hall.run((tx) => places.confirm(tx, holder, poolId));
    case 'swap': return hall.run((tx) => places.swap(tx, holder, poolId, pick(pools, step.to)));
    case 'move': return hall.run((tx) => places.moveInLine(tx, { holder, poolId, priority: step.priority, reason: 'asked by the host' }));
    case 'resize': return hall.run((tx) => hall.pools.configure(tx, poolId, { size: step.size, permitOverbooking: step.permit }));
    case 'retime': return hall.run((tx) => hall.pools.setBusy(tx, poolId, [hours(step.hour, step.hour + 2, step.site)]));
    case 'sweep': return hall.sweep.run();
    case 'acceptAnyway': return answer(hall, holder, poolId, (offerId) =>
      hall.run((tx) => places.acceptOffer(tx, offerId, { giveUp: [], state: 'CONFIRMED', override: { reason: 'speaks in both' } })));
    case 'decline': return answer(hall, holder, poolId, (offerId) => hall.run((tx) => places.declineOffer(tx, offerId)));
    case 'accept': return answer(hall, holder, poolId, (offerId) =>
      hall.run((tx) => places.acceptOffer(tx, offerId, { giveUp: step.giveUp ? pools : [], state: 'CONFIRMED' })));
  }
}

async function answer(hall: Hall, holder: RegistrationId, poolId: PoolId, how: (offerId: OfferId) => Promise<unknown>): Promise<unknown> {
  const [offer] = await hall.query<{ id: OfferId }>(`SELECT id FROM offer WHERE holder_id = $1 AND pool_id = $2 ORDER BY state = 'OPEN' DESC LIMIT 1`, [holder, poolId]);
  return offer === undefined ? undefined : how(offer.id);
}

function heldOr(hall: Hall, isHeld: boolean): { state: 'HELD'; expiresAt: Date } | { state: 'CONFIRMED' } {
  return isHeld ? { state: 'HELD', expiresAt: new Date(hall.clock.now().getTime() + 45 * 60_000) } : { state: 'CONFIRMED' };
}

function pick<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
