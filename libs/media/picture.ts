import { refuse } from '#kernel';
import type { Refusal } from '#kernel';
import type { Sharp, SharpConstructor } from 'sharp';
import type { PictureType } from './file-kind.js';

/** More than a camera of today makes; a picture bomb is stopped before it is unpacked. */
export const MOST_PIXELS = 60_000_000;
/** Longest side that is kept: enough for a badge printed large. */
const LONGEST_SIDE = 3_000;
const SECONDS = 20;

let loading: Promise<SharpConstructor> | undefined;

/** Native code that only a picture needs. */
function sharpened(): Promise<SharpConstructor> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // Only the three loaders that we mean to run read what strangers send.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'] });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}

export type PictureRefusal = Refusal<'file.unreadable' | 'file.too-many-pixels'>;

/**
 * Writes a picture anew, in its own format: turned upright, at most 3,000 pixels a side, without EXIF (which says where it
 * was taken) and without whatever else came with it.
 */
export async function redrawn(from: string, to: string, type: PictureType): Promise<PictureRefusal | undefined> {
  const sharp = await sharpened();
  try {
    const { width, height } = await sharp(from, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return refuse('file.too-many-pixels', { megapixels: MOST_PIXELS / 1_000_000 });
    const picture = sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    await inFormat(picture, type).toFile(to);
    return undefined;
  } catch {
    return refuse('file.unreadable');
  }
}

function inFormat(picture: Sharp, type: PictureType): Sharp {
  switch (type) {
    case 'image/jpeg': return picture.jpeg({ quality: 88, mozjpeg: false });
    case 'image/png': return picture.png({ compressionLevel: 8 });
    case 'image/webp': return picture.webp({ quality: 88 });
  }
}
