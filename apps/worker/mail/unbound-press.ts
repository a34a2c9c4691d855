import { Injectable } from '@nestjs/common';
import { MailingPress } from '#mail';
import type { OpenMailing } from '#mail';

/** Where nothing of this release writes mailings, none can be sent; their letters wait in the ledger. */
@Injectable()
export class UnboundPress extends MailingPress {
  override open(): Promise<OpenMailing> {
    return Promise.reject(new Error('nothing here writes mailings'));
  }
}
