import { Injectable } from '@nestjs/common';

/** What keeps quotas. On; only tests bring an object with it off, to prove that they would notice. */
@Injectable()
export class InvitationGuards {
  /** Whoever names a place of a delegation waits for whoever does so at the moment. */
  readonly quotaLock: boolean = true;
  /** Whoever uses a place of an invitation waits for whoever does so at the moment. */
  readonly invitationLock: boolean = true;
}
