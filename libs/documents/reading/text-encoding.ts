import { createReadStream } from 'node:fs';

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

const SAMPLE_BYTES = 1_000_000;

/**
 * The encoding of a text file: by its byte order mark; else UTF-16 where every other byte is mostly zero; UTF-8 where the
 * whole file is valid UTF-8 (RFC 3629); else GB18030 where its bytes pair up as Chinese does, and Windows-1252 where not.
 */
export async function encodingOf(path: string): Promise<TextEncoding> {
  const sample = await firstBytes(path);
  const marked = byMark(sample) ?? byZeros(sample);
  if (marked !== undefined) return marked;
  if (await isUtf8(path)) return 'utf-8';
  return looksChinese(sample) ? 'gb18030' : 'windows-1252';
}

async function firstBytes(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: SAMPLE_BYTES - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function byMark(sample: Buffer): TextEncoding | undefined {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  return sample[0] === 0xfe && sample[1] === 0xff ? 'utf-16be' : undefined;
}

// Delimiters, line ends and digits have a zero byte in UTF-16; no text in the other encodings has one.
function byZeros(sample: Buffer): TextEncoding | undefined {
  const zeros = [0, 0] as [number, number];
  sample.forEach((byte, at) => { if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1; });
  if (zeros[0] + zeros[1] < sample.length / 50) return undefined;
  return zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be';
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether bytes are GB18030 rather than Windows-1252. Both are nearly always valid, so runs of high bytes are weighed: in
 * European text they are short and lie between letters (ção); in Chinese they are pairs of the common plane (GB 2312).
 */
function looksChinese(sample: Buffer): boolean {
  let chinese = 0;
  let western = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (!isHigh(sample[at])) continue;
    const start = at;
    let common = 0;
    while (isHigh(sample[at])) {
      if (!isTrail(sample[at + 1])) { at += 1; break; }
      if ((sample[at] ?? 0) >= 0xa1 && (sample[at] ?? 0) <= 0xf7 && (sample[at + 1] ?? 0) >= 0xa1) common += 1;
      at += 2;
    }
    const length = at - start;
    const isBetweenLetters = isLetter(sample[start - 1]) || isLetter(sample[at]);
    if (common * 2 >= length - 1 && common > 0 && !(length <= 2 && isBetweenLetters)) chinese += length;
    else western += length;
  }
  return chinese > western;
}

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;
const isTrail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x40 && byte !== 0x7f;
const isLetter = (byte: number | undefined): boolean => byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));
