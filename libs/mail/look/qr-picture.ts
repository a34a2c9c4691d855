import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const QUIET_ZONE = 4;
const MODULE_PIXELS = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code (ISO/IEC 18004, level M, with its quiet zone) as a black and white PNG; mailboxes show no SVG. */
export function qrPicture(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const width = size * MODULE_PIXELS;
  const rows = data.flatMap((modules) => Array.from<Buffer>({ length: MODULE_PIXELS }).fill(rowOf(modules, width)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // One bit a pixel, greyscale (PNG 1.2, 11.2.2).
  header.writeUInt8(1, 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

function rowOf(modules: readonly boolean[], width: number): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  modules.forEach((isDark, column) => {
    if (isDark) return;
    for (let pixel = column * MODULE_PIXELS; pixel < (column + 1) * MODULE_PIXELS; pixel += 1) {
      const at = 1 + (pixel >> 3);
      row.writeUInt8(row.readUInt8(at) | (0x80 >> (pixel & 7)), at);
    }
  });
  return row;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
