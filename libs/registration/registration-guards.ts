import { Injectable } from '@nestjs/common';

/** What keeps a repeated request from being done twice. On; only tests bring an object with it off, to prove that they would notice. */
@Injectable()
export class RegistrationGuards {
  /** The row that remembers the answer to an idempotency key. */
  readonly idempotencyRow: boolean = true;
}
