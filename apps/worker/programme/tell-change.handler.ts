import type { PoolTurnId } from '#places';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { TellChange, tellProgrammeChange } from '#programme';
import type { ProgrammeChangeId } from '#programme';

interface Payload {
  readonly changeId: ProgrammeChangeId;
  readonly after: PoolTurnId | null;
}

/** Writes a batch of letters about a change of the programme. */
@Handles(tellProgrammeChange)
export class TellChangeHandler implements JobHandler<Payload> {
  constructor(private readonly tell: TellChange) {}

  async handle({ changeId, after }: Payload): Promise<void> {
    await this.tell.run(changeId, after);
  }
}
