import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];
export const tableTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const;
export type TableType = (typeof tableTypes)[number];
export type MediaType = PictureType | TableType | 'application/pdf';

/** Whether it is a table: a list of people as a rule, which only whoever sent it may have back. */
export function isTable(type: MediaType): type is TableType {
  return tableTypes.some((table) => table === type);
}

/** So many of its first bytes tell what a file is. */
export const HEAD_BYTES = 4_100;
const TAIL_BYTES = 2_048;
const ZIP = Buffer.from('504b0304', 'hex');

/**
 * What a file is by its first bytes, whatever its name and its sender say; nothing for kinds we do not take. SVG and HTML
 * are among those: they are programs.
 */
export async function mediaTypeOf(path: string): Promise<MediaType | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const found = await fileTypeFromBuffer(buffer.subarray(0, bytesRead));
    const picture = pictureTypes.find((type) => type === found?.mime);
    return picture ?? (found?.mime === 'application/pdf' ? 'application/pdf' : undefined);
  } finally {
    await file.close();
  }
}

/**
 * Whether a file may be a table: a ZIP container, as XLSX is one, or bytes in which no known kind is found. What it is
 * indeed is found out by whoever reads it.
 */
export async function tableTypeOf(path: string): Promise<TableType | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.subarray(0, 4).equals(ZIP)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    // Its guess for text with a byte order mark, and UTF-16, is none of the kinds that a table could be mistaken for.
    const found = await fileTypeFromBuffer(head);
    return found === undefined || found.mime.startsWith('text/') || found.mime.startsWith('application/xml') ? 'text/csv' : undefined;
  } finally {
    await file.close();
  }
}

/** Whether a PDF is whole as far as its outside tells: it begins at its first byte and has its end mark (ISO 32000-2, 7.5). */
export async function isWholePdf(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await file.read(Buffer.alloc(5), 0, 5, 0);
    const tail = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, Math.max(0, size - TAIL_BYTES));
    return head.buffer.toString('latin1') === '%PDF-' && tail.buffer.subarray(0, tail.bytesRead).includes('%%EOF');
  } finally {
    await file.close();
  }
}
