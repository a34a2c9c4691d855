import { Clock } from '#kernel';
import type { ContactId, ContactImportId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactWriter } from '../contact-writer.js';
import { usedContacts } from '../contact-uses.js';
import { Contact } from '../contact.entity.js';
import { detailsOf, sameDetails } from '../contact-details.js';
import { ContactImport } from './contact-import.entity.js';
import type { UndoCounts } from './contact-import.entity.js';
import { ContactImportRow } from './contact-import-row.entity.js';
import type { KeptReason } from './contact-import-row.entity.js';
import { restored } from './snapshots.js';

const BATCH = 1_000;

const LEAVE_LISTS = 'DELETE FROM contact_list_member WHERE import_id = $1 AND contact_id = ANY($2::uuid[])';
const IN_OTHER_LISTS = 'SELECT DISTINCT contact_id AS id FROM contact_list_member WHERE contact_id = ANY($1::uuid[])';
const KEEP = `
  UPDATE contact_import_row r SET undone_at = CASE WHEN t.kept IS NULL THEN $3::timestamptz END, kept = t.kept
  FROM jsonb_to_recordset($2::jsonb) AS t(number integer, kept text) WHERE r.import_id = $1 AND r.number = t.number`;
const COUNTS = `
  SELECT count(*) FILTER (WHERE undone_at IS NOT NULL AND verdict = 'NEW')::int AS deleted,
    count(*) FILTER (WHERE undone_at IS NOT NULL AND verdict = 'UPDATED')::int AS restored, count(*) FILTER (WHERE kept IS NOT NULL)::int AS kept
  FROM contact_import_row WHERE import_id = $1`;

interface Outcome {
  readonly number: number;
  readonly kept: KeptReason | null;
}

/**
 * Takes back what an import wrote. A contact that it brought is deleted, one that it changed is again as before; where
 * someone changed, used or merged a contact since, that is kept and said. Cut off, it is taken up where it ended.
 */
@Injectable()
export class UndoImport {
  constructor(private readonly work: UnitOfWork, private readonly writer: ContactWriter, private readonly clock: Clock) {}

  async run(importId: ContactImportId): Promise<void> {
    for (let after: number | null = 0; after !== null;) {
      const from: number = after;
      after = await this.work.run((tx) => this.within(tx, importId, from));
    }
  }

  /** The number of the last row of the batch, or null where nothing is left. */
  private async within(tx: Tx, importId: ContactImportId, after: number): Promise<number | null> {
    const one = await tx.em.findOne(ContactImport, { where: { id: importId, state: 'UNDOING' }, lock: { mode: 'for_no_key_update' } });
    if (one === null) return null;
    const rows = await tx.em.createQueryBuilder(ContactImportRow, 'r')
      .where("r.import_id = :importId AND r.number > :after AND r.applied_at IS NOT NULL AND r.undone_at IS NULL AND r.verdict IN ('NEW', 'UPDATED')", { importId, after })
      .orderBy('r.number').limit(BATCH).getMany();
    const last = rows.at(-1);
    if (last === undefined) {
      await this.finish(tx, one);
      return null;
    }
    const outcomes = await this.takeBack(tx, one, rows);
    await tx.query(KEEP, [one.id, JSON.stringify(outcomes), this.clock.now()]);
    await tx.em.update(ContactImport, { id: one.id }, { done: one.done + rows.length });
    return last.number;
  }

  private async takeBack(tx: Tx, one: ContactImport, rows: readonly ContactImportRow[]): Promise<readonly Outcome[]> {
    const ids = rows.flatMap(({ contactId }) => contactId ?? []).sort();
    const locked = await tx.em.createQueryBuilder(Contact, 'c').where('c.id = ANY(:ids)', { ids }).orderBy('c.id').setLock('pessimistic_write').getMany();
    const contacts = new Map(locked.map((contact) => [contact.id, contact]));
    await tx.query(LEAVE_LISTS, [one.id, ids]);
    const brought = rows.flatMap(({ verdict, contactId }) => (verdict === 'NEW' && contactId !== null ? [contactId] : []));
    const used = new Set([...await usedContacts(tx, brought), ...(await tx.query<{ id: ContactId }>(IN_OTHER_LISTS, [brought])).map(({ id }) => id)]);
    const deleted: ContactId[] = [];
    const changed: Contact[] = [];
    const outcomes = rows.map((row): Outcome => {
      const contact = row.contactId === null ? undefined : contacts.get(row.contactId);
      if (contact === undefined || row.after === null) return { number: row.number, kept: null };
      if (contact.mergedInto !== null) return { number: row.number, kept: 'merged' };
      if (row.before === null) {
        const kept = !sameDetails(detailsOf(contact), row.after) ? 'changed' : used.has(contact.id) ? 'used' : null;
        if (kept === null) deleted.push(contact.id);
        return { number: row.number, kept };
      }
      const { details, isWhole } = restored(detailsOf(contact), row.before, row.after);
      const isAsLeft = isWhole && contact.updatedAt.toISOString() === row.after.updatedAt;
      if (!sameDetails(details, detailsOf(contact))) changed.push(this.writer.changed(contact, details, isAsLeft ? new Date(row.before.updatedAt) : undefined));
      return { number: row.number, kept: isWhole ? null : 'changed' };
    });
    await this.writer.update(tx, changed);
    if (deleted.length > 0) await tx.query('DELETE FROM contact WHERE id = ANY($1::uuid[])', [deleted]);
    return outcomes;
  }

  private async finish(tx: Tx, one: ContactImport): Promise<void> {
    // Contacts that were known and unchanged leave the list too.
    await tx.query('DELETE FROM contact_list_member m USING contact_import_row r WHERE m.import_id = $1 AND r.import_id = $1 AND m.contact_id = r.contact_id AND r.kept IS NULL', [one.id]);
    const [undone] = await tx.query<UndoCounts>(COUNTS, [one.id]);
    await tx.em.update(ContactImport, { id: one.id }, { state: 'UNDONE', counts: { ...one.counts, undone } as object, undoneAt: this.clock.now() });
  }
}
