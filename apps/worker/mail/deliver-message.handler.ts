import type { MessageId } from '#kernel';
import { DeliverMessage, deliverMessage } from '#mail';
import { Handles } from '#platform';
import type { JobHandler, JobRun } from '#platform';

/** Sends one letter of the ledger. */
@Handles(deliverMessage)
export class DeliverMessageHandler implements JobHandler<{ messageId: MessageId }> {
  constructor(private readonly deliver: DeliverMessage) {}

  async handle({ messageId }: { messageId: MessageId }, run: JobRun): Promise<void> {
    await this.deliver.run(messageId, run.outboxId);
  }
}
