import { systemActor } from '#identity';
import { isRefusal } from '#kernel';
import { Places, Pool } from '#places';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { AnswerCategoryOffer, registrationStates, Registrations } from '#registration';
import { Injectable } from '@nestjs/common';
import { lineClosedLetter } from './mails/line-closed.mail.js';
import type { SkippedTurn } from './tell-turn-skipped.js';
import { TurnLetters } from './turn-letters.js';

/**
 * What follows for someone who waited until it was over: one letter a turn, and for a category the end of the registration,
 * which has nothing left to wait for, in one commit. Whoever withdrew meanwhile, or has a place after all, hears nothing.
 */
@Injectable()
export class TellLineClosed {
  constructor(
    private readonly work: UnitOfWork, private readonly letters: TurnLetters, private readonly registrations: Registrations,
    private readonly places: Places, private readonly categories: AnswerCategoryOffer,
  ) {}

  async run({ entryId, holder, poolId }: SkippedTurn): Promise<void> {
    await this.work.run(async (tx) => {
      const pool = await tx.em.findOneByOrFail(Pool, { id: poolId });
      if (await this.concerns(tx, pool, holder)) await this.letters.write(tx, lineClosedLetter, { holder, pool, key: entryId, position: null });
    });
  }

  private async concerns(tx: Tx, pool: Pool, holder: SkippedTurn['holder']): Promise<boolean> {
    const locked = await this.registrations.lockForVerb(tx, systemActor, holder, { states: registrationStates });
    if (isRefusal(locked)) return false;
    const standings = await this.places.standings(tx.em, [holder]);
    if (standings.some(({ poolId }) => poolId === pool.id)) return false;
    if (pool.kind !== 'CATEGORY') return locked.registration.state === 'CONFIRMED';
    return locked.registration.state === 'WAITLISTED' && !isRefusal(await this.categories.expired(tx, locked));
  }
}
