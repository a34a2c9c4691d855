import { KeyRing, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { sealOf } from './chain.js';

const BATCH = 500;
const LOCK = 5_210_011;

/** The one sealer: appends new lines to the chain in the order in which it finds them. Two at once wait for each other. */
@Injectable()
export class SealAudit {
  constructor(private readonly work: UnitOfWork, private readonly keys: KeyRing) {}

  /** @returns how many lines were sealed */
  async run(): Promise<number> {
    let sum = 0;
    for (;;) {
      const sealed = await this.work.run((tx) => this.batch(tx));
      sum += sealed;
      if (sealed < BATCH) return sum;
    }
  }

  private async batch(tx: Tx): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const entries = await tx.em.find(AuditEntry, { where: { sealNumber: IsNull() }, order: { at: 'ASC', id: 'ASC' }, take: BATCH });
    if (entries.length === 0) return 0;
    const [head] = await tx.query<{ seal_number: string; seal: Buffer }>('SELECT seal_number, seal FROM audit_head FOR UPDATE');
    if (head === undefined) throw new Error('the head of the audit chain is gone');
    const key = this.keys.keyFor('audit log');
    let number = BigInt(head.seal_number);
    let seal = head.seal;
    for (const entry of entries) {
      number += 1n;
      seal = sealOf(key, seal, number, entry);
      await tx.query('UPDATE audit_entry SET seal_number = $2, seal = $3 WHERE id = $1', [entry.id, number.toString(), seal]);
    }
    await tx.query('UPDATE audit_head SET seal_number = $1, seal = $2', [number.toString(), seal]);
    return entries.length;
  }
}
