import { systemActor } from '#identity';
import type { ConferenceId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { CloneProgramme, cloneProgrammeJob } from '#programme';

interface Payload {
  readonly from: ConferenceId;
  readonly to: ConferenceId;
}

/** Begins the programme of a new edition; where its editors were faster, theirs stays. */
@Handles(cloneProgrammeJob)
export class CloneProgrammeHandler implements JobHandler<Payload> {
  constructor(private readonly cloning: CloneProgramme) {}

  async handle(payload: Payload): Promise<void> {
    await this.cloning.run(systemActor, payload);
  }
}
