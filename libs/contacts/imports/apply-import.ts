import { Clock } from '#kernel';
import type { ContactId, ContactImportId } from '#kernel';
import { Files } from '#media';
import { brokenConstraint, UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactWriter } from '../contact-writer.js';
import type { Contact } from '../contact.entity.js';
import { findDuplicateContacts } from '../jobs.js';
import { ContactImport } from './contact-import.entity.js';
import type { ImportCounts } from './contact-import.entity.js';
import { ContactImportRow } from './contact-import-row.entity.js';
import { judgeRows } from './judge-rows.js';
import { snapshotOf } from './snapshots.js';

const BATCH = 1_000;
const TRIES = 3;

const DUE = `import_id = $1 AND applied_at IS NULL AND verdict IN ('NEW', 'UPDATED', 'UNCHANGED')`;
const KEEP = `
  UPDATE contact_import_row r SET verdict = t.verdict, contact_id = t.contact_id, before = t.before, after = t.after, applied_at = $3
  FROM jsonb_to_recordset($2::jsonb) AS t(number integer, verdict text, contact_id uuid, before jsonb, after jsonb)
  WHERE r.import_id = $1 AND r.number = t.number`;
const JOIN_LIST = `
  INSERT INTO contact_list_member (list_id, contact_id, import_id)
  SELECT l.id, t.id, $3 FROM contact_list l, unnest($2::uuid[]) AS t(id) WHERE l.id = $1 ON CONFLICT DO NOTHING`;
const COUNTS = `
  SELECT count(*)::int AS rows, count(*) FILTER (WHERE verdict = 'NEW')::int AS new, count(*) FILTER (WHERE verdict = 'UPDATED')::int AS updated,
    count(*) FILTER (WHERE verdict = 'UNCHANGED')::int AS unchanged, count(*) FILTER (WHERE verdict = 'DUPLICATE')::int AS duplicate,
    count(*) FILTER (WHERE verdict = 'REJECTED')::int AS rejected, count(*) FILTER (WHERE is_suppressed)::int AS suppressed,
    count(*) FILTER (WHERE details IS NOT NULL AND details ->> 'address' IS NULL)::int AS "withoutAddress",
    count(*) FILTER (WHERE details IS NOT NULL AND remarks <> '{}')::int AS remarked
  FROM contact_import_row WHERE import_id = $1`;

/**
 * Writes what a checked file says. Each batch is one transaction that also says which rows are done, so a worker that is
 * killed leaves no row half done and the next one goes on behind it. What each contact was before is kept for undoing.
 */
@Injectable()
export class ApplyImport {
  constructor(private readonly work: UnitOfWork, private readonly writer: ContactWriter, private readonly files: Files, private readonly clock: Clock) {}

  async run(importId: ContactImportId): Promise<void> {
    while (await this.oneBatch(importId)) continue;
  }

  /** False where nothing is left to do. */
  private async oneBatch(importId: ContactImportId): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.work.run((tx) => this.within(tx, importId));
      } catch (fault) {
        // Somebody else wrote a contact with the same address meanwhile: judged again, it is known.
        if (attempt >= TRIES || !brokenConstraint(fault)?.startsWith('contact_')) throw fault;
      }
    }
  }

  private async within(tx: Tx, importId: ContactImportId): Promise<boolean> {
    const one = await tx.em.findOne(ContactImport, { where: { id: importId, state: 'APPLYING' }, lock: { mode: 'for_no_key_update' } });
    if (one === null) return false;
    const rows = await tx.em.createQueryBuilder(ContactImportRow, 'r').where(DUE.replaceAll('$1', ':importId'), { importId }).orderBy('r.number').limit(BATCH).getMany();
    if (rows.length === 0) {
      await this.finish(tx, one);
      return false;
    }
    const done = await this.write(tx, one, rows);
    await tx.em.update(ContactImport, { id: one.id }, { done: one.done + done });
    return true;
  }

  private async write(tx: Tx, one: ContactImport, rows: readonly ContactImportRow[]): Promise<number> {
    const judged = await judgeRows(tx.em, one.seriesId, rows.flatMap(({ details }) => details ?? []), true);
    const touched = new Set<ContactId>();
    const created: Contact[] = [];
    const updated: Contact[] = [];
    const outcomes: { number: number; verdict: string; contact_id: ContactId; before: object | null; after: object | null }[] = [];
    for (const [at, { number }] of rows.entries()) {
      const row = judged[at];
      // A second row about the same contact waits for the next batch, where it meets what the first one left.
      if (row === undefined || (row.contact !== null && touched.has(row.contact.id))) continue;
      const contact = row.contact === null ? this.writer.prepare(one.seriesId, row.after, one.fileName) : row.verdict === 'UPDATED' ? this.writer.changed(row.contact, row.after) : row.contact;
      if (row.contact === null) created.push(contact);
      else if (row.verdict === 'UPDATED') updated.push(contact);
      touched.add(contact.id);
      const isWritten = row.verdict !== 'UNCHANGED';
      outcomes.push({ number, verdict: row.verdict, contact_id: contact.id, before: isWritten && row.contact !== null ? snapshotOf(row.contact) : null, after: isWritten ? snapshotOf(contact) : null });
    }
    await this.writer.insert(tx, created);
    await this.writer.update(tx, updated);
    if (one.wishes.listId !== undefined) await tx.query(JOIN_LIST, [one.wishes.listId, outcomes.map((outcome) => outcome.contact_id), one.id]);
    await tx.query(KEEP, [one.id, JSON.stringify(outcomes), this.clock.now()]);
    return outcomes.length;
  }

  private async finish(tx: Tx, one: ContactImport): Promise<void> {
    const [applied] = await tx.query<ImportCounts>(COUNTS, [one.id]);
    if (applied === undefined) throw new Error('an import without counts');
    await tx.em.update(ContactImport, { id: one.id }, { state: 'APPLIED', counts: { ...one.counts, applied }, appliedAt: this.clock.now() });
    // The upload holds more than was asked for: it is thrown away within a day, its rejected rows stay with the import.
    await this.files.setUses(tx, { conferenceId: one.conferenceId, usedBy: one.id, fileIds: [], owner: { accountId: null, principal: one.principal } });
    tx.enqueue(findDuplicateContacts, { seriesId: one.seriesId });
  }
}
