import type { ContactImport, ContactImportRow, ImportWishes } from '#contacts';
import type { TextEncoding } from '#documents';
import type { ContactListId } from '#kernel';
import type { ImportReading, TableEncoding } from '../graphql/schema.gen.js';

const ENCODINGS = { UTF_8: 'utf-8', UTF_16LE: 'utf-16le', UTF_16BE: 'utf-16be', GB18030: 'gb18030', WINDOWS_1252: 'windows-1252' } as const satisfies Record<TableEncoding, TextEncoding>;
const NAMES = Object.entries(ENCODINGS) as [TableEncoding, TextEncoding][];

export function toWishes(reading: ImportReading | null | undefined): ImportWishes {
  const { sheet, encoding, delimiter, columns, country, locale, tags, listId } = reading ?? {};
  return {
    sheet: sheet ?? undefined, encoding: encoding == null ? undefined : ENCODINGS[encoding], delimiter: delimiter ?? undefined, meanings: columns ?? undefined,
    country: country ?? undefined, locale: locale ?? undefined, tags: tags ?? undefined, listId: (listId ?? undefined) as ContactListId | undefined,
  };
}

export function encodingName(encoding: TextEncoding | null | undefined): TableEncoding | null {
  return NAMES.find(([, known]) => known === encoding)?.[0] ?? null;
}

/** The columns with what stands in them in the first rows. */
export function columnsOf({ found }: ContactImport): { header: string; meaning: string; examples: readonly string[] }[] {
  return (found?.headers ?? []).map((header, at) => ({
    header, meaning: found?.meanings[at] ?? 'EXTRA', examples: [...new Set((found?.firstRows ?? []).map((row) => row[at] ?? '').filter((cell) => cell !== ''))].slice(0, 3),
  }));
}

export function toSample({ number, verdict, isSuppressed, details }: ContactImportRow): object {
  return { number, verdict, isSuppressed, ...details };
}
