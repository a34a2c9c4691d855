import { TellTurnSkipped, tellTurnSkipped } from '#agenda';
import type { SkippedTurn } from '#agenda';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Writes the letter that a turn has ended. */
@Handles(tellTurnSkipped)
export class TellTurnSkippedHandler implements JobHandler<SkippedTurn> {
  constructor(private readonly tell: TellTurnSkipped) {}

  async handle(turn: SkippedTurn): Promise<void> {
    await this.tell.run(turn);
  }
}
