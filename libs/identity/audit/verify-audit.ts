import { KeyRing, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { sealOf, sealOfHead } from './chain.js';

export type AuditVerdict =
  | { readonly isWhole: true; readonly sealed: number; readonly unsealed: number }
  /** `at` is the number of the first line that is not what was sealed, or that is missing. */
  | { readonly isWhole: false; readonly at: string };

const BATCH = 1_000;

/** Walks the whole chain and says whether a sealed line was changed, taken out, put in, or cut off the end. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly work: UnitOfWork, private readonly keys: KeyRing) {}

  async run(): Promise<AuditVerdict> {
    const em = this.work.reader;
    const key = this.keys.keyFor('audit log');
    const head = await em.query<{ seal_number: string; seal: Buffer }[]>('SELECT seal_number, seal FROM audit_head');
    const end = BigInt(head[0]?.seal_number ?? -1);
    let number = 0n;
    let seal: Buffer = Buffer.alloc(0);
    while (number < end) {
      const entries = await em.find(AuditEntry, { where: { sealNumber: MoreThan(number.toString()) }, order: { sealNumber: 'ASC' }, take: BATCH });
      for (const entry of entries) {
        if (number === end) break;
        number += 1n;
        const expected = sealOf(key, seal, number, entry);
        if (entry.sealNumber !== number.toString() || entry.seal === null || !entry.seal.equals(expected)) return { isWhole: false, at: number.toString() };
        seal = expected;
      }
      if (entries.length === 0) return { isWhole: false, at: (number + 1n).toString() };
    }
    if (head[0] === undefined || !head[0].seal.equals(sealOfHead(key, number, seal))) return { isWhole: false, at: number.toString() };
    const unsealed = await em.query<{ count: string }[]>('SELECT count(*) FROM audit_entry WHERE seal_number IS NULL');
    return { isWhole: true, sealed: Number(number), unsealed: Number(unsealed[0]?.count ?? 0) };
  }
}
