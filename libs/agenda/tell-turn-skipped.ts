import type { PoolId, RegistrationId, WaitlistEntryId } from '#kernel';
import { Pool } from '#places';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { turnSkippedLetter } from './mails/turn-skipped.mail.js';
import { TurnLetters } from './turn-letters.js';

export interface SkippedTurn {
  readonly entryId: WaitlistEntryId;
  readonly holder: RegistrationId;
  readonly poolId: PoolId;
}

/** Writes the letter that a turn has ended because its holder may no longer have what was waited for; once a turn. */
@Injectable()
export class TellTurnSkipped {
  constructor(private readonly work: UnitOfWork, private readonly letters: TurnLetters) {}

  async run({ entryId, holder, poolId }: SkippedTurn): Promise<void> {
    await this.work.run(async (tx) => {
      const pool = await tx.em.findOneByOrFail(Pool, { id: poolId });
      await this.letters.write(tx, turnSkippedLetter, { holder, pool, key: entryId, position: null });
    });
  }
}
