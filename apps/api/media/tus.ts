/** The protocol's one version (tus.io, 1.0.0): whoever speaks another is told so. */
export const VERSION = '1.0.0';

/** A header that counts bytes; nothing where it is none. */
export function wholeNumber(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}

/** The file's name of `Upload-Metadata`: pairs of a key and its value in base64, by commas. Empty where there is none. */
export function announcedName(header: string | string[] | undefined): string {
  const pairs = (typeof header === 'string' ? header : '').split(',').map((pair) => pair.trim().split(' '));
  const [, value = ''] = pairs.find(([key]) => key === 'filename') ?? [];
  return Buffer.from(value, 'base64').toString('utf8').slice(0, LONGEST);
}

const LONGEST = 500;
