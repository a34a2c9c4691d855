import { TellLineClosed, tellLineClosed } from '#agenda';
import type { SkippedTurn } from '#agenda';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';

/** Does what follows from having waited in vain. */
@Handles(tellLineClosed)
export class TellLineClosedHandler implements JobHandler<SkippedTurn> {
  constructor(private readonly tell: TellLineClosed) {}

  async handle(turn: SkippedTurn): Promise<void> {
    await this.tell.run(turn);
  }
}
