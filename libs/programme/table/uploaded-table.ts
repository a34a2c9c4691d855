import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable, UnreadableTable } from '#documents';
import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { readProgrammeTable } from './read-programme-table.js';
import type { ProgrammeTable, TableReader } from './read-programme-table.js';

/** Reads a programme from the bytes of an XLSX or CSV file, or says why it is none; the file is gone afterwards. */
export async function readUploadedTable({ base64, sheet }: { readonly base64: string; readonly sheet?: string | null | undefined }, reader: TableReader): Promise<ProgrammeTable | Refusal<'input.invalid'>> {
  const folder = await mkdtemp(join(tmpdir(), 'huiguan-programme-'));
  try {
    const path = join(folder, 'table');
    await writeFile(path, Buffer.from(base64, 'base64'), { mode: 0o600 });
    return await readProgrammeTable(await readTable(path, { sheet: sheet ?? undefined }), reader);
  } catch (fault) {
    if (!(fault instanceof UnreadableTable)) throw fault;
    return invalid([{ path: 'table', code: 'table-unreadable', data: { reason: fault.reason.replaceAll('-', '') } }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
