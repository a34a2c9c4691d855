import type { File } from '#media';
import type { File as FileType } from '../graphql/schema.gen.js';

/** Where the files of the house are fetched and sent. */
export const FILES_PATH = '/files';
/** Where tables are sent, which may be larger. */
export const TABLES_PATH = '/files/tables';
/** Where files are sent in parts, each under an address of its own below. */
export const PARTS_PATH = '/files/uploads';

export function toFile({ id, name, mediaType, size }: File): FileType {
  return { id, name, mediaType, size, path: `${FILES_PATH}/${id}` };
}
