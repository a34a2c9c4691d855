import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { TellChange, tellProgrammeChange } from '#programme';
import type { ProgrammeChangeId } from '#programme';

interface Payload {
  readonly changeId: ProgrammeChangeId;
  readonly from: number;
}

/** Writes a batch of letters about a change of the programme. */
@Handles(tellProgrammeChange)
export class TellChangeHandler implements JobHandler<Payload> {
  constructor(private readonly tell: TellChange) {}

  async handle({ changeId, from }: Payload): Promise<void> {
    await this.tell.run(changeId, from);
  }
}
