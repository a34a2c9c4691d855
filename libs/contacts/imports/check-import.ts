import { UnreadableTable } from '#documents';
import { Clock } from '#kernel';
import type { ContactImportId } from '#kernel';
import { Suppressions } from '#mail';
import { Files, FileStore } from '#media';
import { insertRows, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { TableRow } from '#documents';
import { normaliseRow } from '../normalise/normalise-row.js';
import type { NormalisedRow } from '../normalise/normalise-row.js';
import { addCounts, countsOf, NO_COUNTS } from './import-counts.js';
import { ContactImport } from './contact-import.entity.js';
import type { ImportFound } from './contact-import.entity.js';
import { ContactImportRow } from './contact-import-row.entity.js';
import { judgeRows, keyOf } from './judge-rows.js';
import { bodyRows, openSource } from './source-file.js';

const BATCH = 1_000;
/** Of one file; more are several. */
export const MOST_ROWS = 500_000;

/** A newer try began, or the import is gone: this one is of no use any more. */
class Overtaken extends Error {}

/** Reads a file and tries it: every row is kept with what it would do, no contact is written. Begins anew where it was cut off. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly work: UnitOfWork, private readonly files: Files, private readonly store: FileStore,
    private readonly suppressions: Suppressions, private readonly clock: Clock,
  ) {}

  async run(importId: ContactImportId, revision: number): Promise<void> {
    const one = await this.work.reader.findOneBy(ContactImport, { id: importId, revision, state: 'CHECKING' });
    if (one === null) return;
    try {
      await this.check(one);
    } catch (fault) {
      if (fault instanceof Overtaken) return;
      if (!(fault instanceof UnreadableTable) && !(fault instanceof TooManyRows)) throw fault;
      const [problem, problemRow] = fault instanceof UnreadableTable ? [fault.reason, fault.row] as const : ['too-many-rows' as const, null];
      await this.work.run(async (tx) => {
        await tx.query('DELETE FROM contact_import_row WHERE import_id = $1', [one.id]);
        await tx.em.update(ContactImport, { id: one.id, revision, state: 'CHECKING' }, { state: 'UNREADABLE', problem, problemRow, checkedAt: this.clock.now() });
      });
    }
  }

  private async check(one: ContactImport): Promise<void> {
    const file = await this.files.byId(this.work.reader, one.fileId);
    if (file === null) throw new UnreadableTable('empty');
    const { table, found, fingerprint } = await openSource(this.work.reader, one.seriesId, this.store.pathOf(file.storedAs), one.wishes);
    await this.keep(one, [], { found, fingerprint, done: 0, counts: {} }, true);
    const seen = new Map<string, number>();
    let counts = NO_COUNTS;
    for await (const batch of batches(bodyRows(table, found))) {
      const rows = await this.judged(one, found, batch, seen);
      counts = addCounts(counts, countsOf(rows));
      if (counts.rows > MOST_ROWS) throw new TooManyRows();
      await this.keep(one, rows, { done: counts.rows }, false);
    }
    await this.keep(one, [], { state: 'CHECKED', done: counts.rows, counts: { checked: counts }, problem: null, problemRow: null, checkedAt: this.clock.now() }, false);
  }

  /** What a batch of rows would do. `seen`: keys of rows before, so that a person who stands twice in the file is taken once. */
  private async judged(one: ContactImport, found: ImportFound, batch: readonly TableRow[], seen: Map<string, number>): Promise<readonly ContactImportRow[]> {
    const { country = null, locale = null, tags = [] } = one.wishes;
    const read = batch.map((row) => ({ row, ...normaliseRow(found.headers, found.meanings, row.cells, { country, locale, tags }) }));
    const firsts = read.filter(({ details, problems, row }) => {
      if (problems.length > 0) return false;
      const key = keyOf(details);
      if (seen.has(key)) return false;
      seen.set(key, row.number);
      return true;
    });
    const judged = await judgeRows(this.work.reader, one.seriesId, firsts.map(({ details }) => details), false);
    const verdicts = new Map(firsts.map(({ row }, at) => [row.number, judged[at]]));
    const suppressed = await this.suppressions.of(this.work.reader, one.conferenceId, firsts.flatMap(({ details }) => details.address ?? []));
    return read.map((line) => {
      const verdict = verdicts.get(line.row.number);
      const isFirst = verdict !== undefined;
      return asRow(one.id, line, {
        verdict: verdict?.verdict ?? (line.problems.length > 0 ? 'REJECTED' : 'DUPLICATE'),
        contactId: verdict?.contact?.id ?? null,
        isSuppressed: isFirst && line.details.address !== null && suppressed.has(keyOf(line.details)),
        duplicateOf: isFirst || line.problems.length > 0 ? null : seen.get(keyOf(line.details)) ?? null,
      });
    });
  }

  private async keep(one: ContactImport, rows: readonly ContactImportRow[], changes: Partial<ContactImport>, isBeginning: boolean): Promise<void> {
    await this.work.run(async (tx) => {
      const still = await tx.em.update(ContactImport, { id: one.id, revision: one.revision, state: 'CHECKING' }, changes);
      if (still.affected !== 1) throw new Overtaken();
      if (isBeginning) await tx.query('DELETE FROM contact_import_row WHERE import_id = $1', [one.id]);
      await insertRows(tx, ContactImportRow, rows);
    });
  }
}

class TooManyRows extends Error {}

type Judgement = Pick<ContactImportRow, 'verdict' | 'contactId' | 'isSuppressed' | 'duplicateOf'>;

function asRow(importId: ContactImportId, { row, details, problems, remarks }: NormalisedRow & { readonly row: TableRow }, judgement: Judgement): ContactImportRow {
  const isTaken = judgement.verdict !== 'REJECTED' && judgement.verdict !== 'DUPLICATE';
  return {
    importId, number: row.number, ...judgement, problems: [...problems], remarks: [...remarks],
    // PostgreSQL's text has no place for U+0000, nor JSON sent to it for halves of surrogate pairs.
    cells: isTaken ? null : row.cells.map((cell) => cell.toWellFormed().replaceAll('\u0000', '')),
    details: isTaken ? details : null,
    before: null, after: null, appliedAt: null, undoneAt: null, kept: null,
  };
}

export async function* batches<Row>(rows: AsyncIterable<Row>, size = BATCH): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
