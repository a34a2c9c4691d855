import { Audit } from '#identity';
import type { Actor } from '#identity';
import { invalid, isRefusal, newId, refuse } from '#kernel';
import type { PoolId, Refusal, RegistrationId } from '#kernel';
import { Places } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { TurnLetters } from '../turn-letters.js';
import { turnMovedLetter } from '../mails/turn-moved.mail.js';
import { PoolDesk, staffReason } from './pool-desk.js';

/** Priorities go from -100 to 100; 0 is everybody's. */
export const HIGHEST_PRIORITY = 100;

export interface MoveOfTurn {
  readonly registrationId: RegistrationId;
  readonly poolId: PoolId;
  /** Higher goes first; among equals, who came first. */
  readonly priority: number;
  readonly reason: string;
}

/** Staff move someone in a line, with a reason that stays with the turn; the person is told the new turn, or offered what is free. */
@Injectable()
export class MoveInLine {
  constructor(
    private readonly work: UnitOfWork, private readonly desk: PoolDesk, private readonly places: Places,
    private readonly letters: TurnLetters, private readonly audit: Audit,
  ) {}

  async run(actor: Actor, input: MoveOfTurn): Promise<{ registrationId: RegistrationId; poolId: PoolId } | Refusal> {
    return this.work.run((tx) => this.within(tx, actor, input));
  }

  private async within(tx: Tx, actor: Actor, { registrationId, poolId, priority, reason: typed }: MoveOfTurn): Promise<{ registrationId: RegistrationId; poolId: PoolId } | Refusal> {
    const open = await this.desk.open(tx.em, actor, poolId, 'registration.decide');
    if (isRefusal(open)) return open;
    const reason = staffReason(typed);
    const problems = [...priorityProblems(priority), ...(typeof reason === 'string' ? [] : reason)];
    if (problems.length > 0 || typeof reason !== 'string') return invalid(problems);
    const before = await this.position(tx, registrationId, poolId);
    if (before === null) return refuse('places.not-waiting');
    const moved = await this.places.moveInLine(tx, { holder: registrationId, poolId, priority, reason });
    if (isRefusal(moved)) return moved;
    const position = await this.position(tx, registrationId, poolId);
    if (position !== null && position !== before) await this.letters.write(tx, turnMovedLetter, { holder: registrationId, pool: open.pool, key: newId(), position });
    await this.audit.write(tx, {
      actor, action: 'places.moved-in-line', subjectKind: 'registration', subjectId: registrationId, conferenceId: open.conference.id,
      data: { poolId, kind: open.pool.kind, priority, before, after: position },
    });
    return { registrationId, poolId };
  }

  private async position(tx: Tx, holder: RegistrationId, poolId: PoolId): Promise<number | null> {
    return (await this.places.standings(tx.em, [holder])).find((one) => one.poolId === poolId)?.position ?? null;
  }
}

function priorityProblems(priority: number) {
  if (priority > HIGHEST_PRIORITY) return [{ path: 'priority', code: 'too-large', data: { max: HIGHEST_PRIORITY } }];
  return Number.isInteger(priority) && priority >= -HIGHEST_PRIORITY ? [] : [{ path: 'priority', code: 'too-small', data: { min: -HIGHEST_PRIORITY } }];
}
