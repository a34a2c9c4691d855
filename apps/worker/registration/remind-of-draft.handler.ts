import type { RegistrationId } from '#kernel';
import { Handles } from '#platform';
import type { JobHandler } from '#platform';
import { RemindOfDraft, remindOfDraft } from '#registration';

/** Sends the way back to a draft that lies. */
@Handles(remindOfDraft)
export class RemindOfDraftHandler implements JobHandler<{ registrationId: RegistrationId }> {
  constructor(private readonly remind: RemindOfDraft) {}

  async handle({ registrationId }: { registrationId: RegistrationId }): Promise<void> {
    await this.remind.run(registrationId);
  }
}
