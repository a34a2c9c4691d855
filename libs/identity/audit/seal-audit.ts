import { KeyRing, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { sealOf, sealOfHead } from './chain.js';

const BATCH = 500;
const LOCK = 5_210_011;

/** How far the log is sealed. Written to the process's log, it is an anchor outside the database. */
export interface Sealed {
  readonly lines: number;
  readonly upTo: string;
}

/** The one sealer: appends new lines to the chain in the order in which it finds them. Two at once wait for each other. */
@Injectable()
export class SealAudit {
  constructor(private readonly work: UnitOfWork, private readonly keys: KeyRing) {}

  /** @throws Error where the end of the chain is not what was sealed: sealing on would hide it */
  async run(): Promise<Sealed> {
    let lines = 0;
    for (;;) {
      const sealed = await this.work.run((tx) => this.batch(tx));
      lines += sealed.lines;
      if (sealed.lines < BATCH) return { lines, upTo: sealed.upTo };
    }
  }

  private async batch(tx: Tx): Promise<Sealed> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const key = this.keys.keyFor('audit log');
    let { number, seal } = await headOf(tx, key);
    const entries = await tx.em.find(AuditEntry, { where: { sealNumber: IsNull() }, order: { at: 'ASC', id: 'ASC' }, take: BATCH });
    for (const entry of entries) {
      number += 1n;
      seal = sealOf(key, seal, number, entry);
      await tx.query('UPDATE audit_entry SET seal_number = $2, seal = $3 WHERE id = $1', [entry.id, number.toString(), seal]);
    }
    if (entries.length > 0) await tx.query('UPDATE audit_head SET seal_number = $1, seal = $2', [number.toString(), sealOfHead(key, number, seal)]);
    return { lines: entries.length, upTo: number.toString() };
  }
}

async function headOf(tx: Tx, key: Buffer): Promise<{ number: bigint; seal: Buffer }> {
  const [head] = await tx.query<{ seal_number: string; seal: Buffer; last: Buffer | null }>(
    'SELECT h.seal_number, h.seal, e.seal AS last FROM audit_head h LEFT JOIN audit_entry e ON e.seal_number = h.seal_number');
  const number = BigInt(head?.seal_number ?? -1);
  const last = head?.last ?? Buffer.alloc(0);
  if (head === undefined || !sealOfHead(key, number, last).equals(head.seal)) throw new Error('the end of the audit chain is not what was sealed');
  return { number, seal: last };
}
