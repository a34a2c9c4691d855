import type { MailingId } from '#kernel';
import { SendMailing, sendMailing } from '#mail';
import { Handles } from '#platform';
import type { JobHandler, JobRun } from '#platform';

/** Sends letters of a mailing for a while. */
@Handles(sendMailing)
export class SendMailingHandler implements JobHandler<{ mailingId: MailingId; shift: number }> {
  constructor(private readonly send: SendMailing) {}

  async handle({ mailingId, shift }: { mailingId: MailingId; shift: number }, run: JobRun): Promise<void> {
    await this.send.run(mailingId, shift, run.outboxId);
  }
}
