import { Injectable } from '@nestjs/common';
import type { MessageId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { TakeBounce } from '../bounce/take-bounce.js';
import { postfixLog } from './postfix-log.js';
import type { Logged } from './postfix-log.js';

const FIND = "SELECT id, message_id FROM message WHERE message_id = ANY($1::text[]) AND state = 'UNCLEAR'";
const BATCH = 500;

/** Settles unclear letters by the log of the relay: what it took has arrived there. What it does not name stays unclear. */
@Injectable()
export class SettleByLog {
  constructor(private readonly work: UnitOfWork, private readonly bounces: TakeBounce) {}

  /** @returns how many letters were settled */
  async run(lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
    let settled = 0;
    let batch = new Map<string, Logged>();
    for await (const logged of postfixLog(lines)) {
      batch.set(logged.messageId, logged);
      if (batch.size < BATCH) continue;
      settled += await this.settle(batch);
      batch = new Map();
    }
    return settled + await this.settle(batch);
  }

  private async settle(batch: ReadonlyMap<string, Logged>): Promise<number> {
    if (batch.size === 0) return 0;
    return this.work.run(async (tx) => {
      const unclear = await tx.query<{ id: MessageId; message_id: string }>(FIND, [[...batch.keys()]]);
      for (const { id, message_id: messageId } of unclear) await this.one(tx, id, batch.get(messageId));
      return unclear.length;
    });
  }

  private async one(tx: Tx, id: MessageId, logged: Logged | undefined): Promise<void> {
    if (logged === undefined) return;
    const action = logged.fate === 'BOUNCED' ? 'FAILED' as const : 'DELIVERED' as const;
    await this.bounces.within(tx, id, { action, recipient: undefined, status: undefined, diagnostic: logged.answer, letterId: id });
  }
}
