import type { RegistrationId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { tellProgrammeRelease, TellRelease } from '#programme';
import type { ProgrammeReleaseId } from '#programme';

interface Payload {
  readonly releaseId: ProgrammeReleaseId;
  readonly after: RegistrationId | null;
}

/** Writes a batch of letters about a release of the programme. */
@Handles(tellProgrammeRelease)
export class TellReleaseHandler implements JobHandler<Payload> {
  constructor(private readonly tell: TellRelease) {}

  async handle({ releaseId, after }: Payload): Promise<void> {
    await this.tell.run(releaseId, after);
  }
}
