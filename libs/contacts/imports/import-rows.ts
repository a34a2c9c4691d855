import type { Cell, Table } from '#documents';
import { t } from '#i18n';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, ContactImportId, Page, PageRequest, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { ContactImport } from './contact-import.entity.js';
import { ContactImportRow } from './contact-import-row.entity.js';

const BATCH = 1_000;
const SHOWN = 12;
const SHOWN_KEPT = 50;
const LONGEST_QUOTE = 80;

/** What became of the rows of an import, for people. */
@Injectable()
export class ImportRows {
  constructor(private readonly work: UnitOfWork) {}

  byId(id: string): Promise<ContactImport | null> {
    return isId(id) ? this.work.reader.findOneBy(ContactImport, { id: id as ContactImportId }) : Promise.resolve(null);
  }

  /** Imports of a conference, newest first. */
  async page(conferenceId: ConferenceId, request: PageRequest): Promise<Page<ContactImport> | Refusal<'cursor.malformed'>> {
    const query = this.work.reader.createQueryBuilder(ContactImport, 'i').where('i.conference_id = :conferenceId', { conferenceId });
    if (request.after !== undefined) {
      const [id] = decodeCursor(request.after, 1) ?? [];
      if (typeof id !== 'string' || !isId(id)) return refuse('cursor.malformed');
      query.andWhere('i.id < :id', { id });
    }
    return pageOf(await query.orderBy('i.id', 'DESC').limit(request.first + 1).getMany(), request, ({ id }) => [id]);
  }

  count(conferenceId: ConferenceId): Promise<number> {
    return this.work.reader.countBy(ContactImport, { conferenceId });
  }

  /** The first rows that are taken. */
  samples(importId: ContactImportId): Promise<ContactImportRow[]> {
    return this.rows(importId, "r.verdict IN ('NEW', 'UPDATED', 'UNCHANGED')", 0, SHOWN);
  }

  /** The first rows that are not. */
  rejects(importId: ContactImportId): Promise<ContactImportRow[]> {
    return this.rows(importId, "r.verdict IN ('DUPLICATE', 'REJECTED')", 0, SHOWN);
  }

  /** The first rows whose contacts an undoing kept. */
  kept(importId: ContactImportId): Promise<ContactImportRow[]> {
    return this.rows(importId, 'r.kept IS NOT NULL', 0, SHOWN_KEPT);
  }

  /** All rows that are not taken, as they were in the file, with the reason in a column of its own at the end. */
  rejectTable(one: ContactImport, locale: string): Table {
    const headers = one.found?.headers ?? [];
    return {
      name: t(locale, 'contacts.file.sheet'),
      columns: [...headers.map((header) => ({ header })), { header: t(locale, 'contacts.file.reason'), width: 50 }],
      rows: this.rejectCells(one, headers.length, locale),
    };
  }

  private async* rejectCells(one: ContactImport, width: number, locale: string): AsyncGenerator<readonly Cell[]> {
    for (let after = 0; ;) {
      const rows = await this.rows(one.id, "r.verdict IN ('DUPLICATE', 'REJECTED')", after, BATCH);
      for (const row of rows) {
        const cells = Array.from({ length: width }, (_, at) => row.cells?.[at] ?? '');
        yield [...cells, rejectReasons(locale, one, row).join(' ')];
      }
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.number ?? 0;
    }
  }

  private rows(importId: ContactImportId, condition: string, after: number, limit: number): Promise<ContactImportRow[]> {
    return this.work.reader.createQueryBuilder(ContactImportRow, 'r').where(`r.import_id = :importId AND r.number > :after AND ${condition}`, { importId, after })
      .orderBy('r.number').limit(limit).getMany();
  }
}

/** Why a row is not taken, in the reader's language. */
export function rejectReasons(locale: string, { found }: Pick<ContactImport, 'found'>, row: ContactImportRow): readonly string[] {
  if (row.duplicateOf !== null) return [t(locale, 'contacts.duplicate-of', { row: row.duplicateOf })];
  const cell = (row.cells?.[found?.meanings.indexOf('ADDRESS') ?? -1] ?? '').slice(0, LONGEST_QUOTE);
  return row.problems.map((problem) => t(locale, `contacts.problem.${problem}`, { cell }));
}
