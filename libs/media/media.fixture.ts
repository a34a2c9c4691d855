import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A picture with a place in its EXIF, as phones make them, lying on its side. */
export async function portrait(format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' = 'jpeg', width = 80, height = 60): Promise<Buffer> {
  const plain = sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
  return plain.toFormat(format).withExif({ IFD0: { Copyright: 'CANARY-EXIF' } }).withMetadata({ orientation: 6 }).toBuffer();
}

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

/** A PNG of some kilobytes that unpacks to 20,000 x 20,000 pixels, one bit each. */
export function bomb(): Buffer {
  const side = 20_000;
  const size = Buffer.alloc(8);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  const pixels = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 1 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.concat([size, Buffer.of(1, 0, 0, 0, 0)])), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The bytes in pieces, and then a connection that drops. */
export function broken(bytes: Buffer): Readable {
  return Readable.from((async function* () {
    yield bytes.subarray(0, bytes.length / 2);
    await Promise.resolve();
    throw new Error('the connection was lost');
  })());
}
