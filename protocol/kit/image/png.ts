import { be32, type CleanImage, Kept, textAt } from './bytes.ts';

const SIGNATURE_BYTES = 8;
/** Length, name and checksum round what a chunk holds. */
const FRAME_BYTES = 12;
/** The picture, its colours and its frames. Not here: texts, times, Exif, and profiles that unpack to anything. */
const PICTURE = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT cICP pHYs bKGD hIST acTL fcTL fdAT'.split(' '));

/** A PNG of the chunks that make the picture, and nothing behind its end. Null: damaged. */
export function cleanPng(bytes: Uint8Array): CleanImage | null {
  const kept = new Kept(bytes);
  kept.keep(0, SIGNATURE_BYTES);
  if (textAt(bytes, SIGNATURE_BYTES + 4, 4) !== 'IHDR' || be32(bytes, SIGNATURE_BYTES) !== 13) return null;
  let hasPixels = false;
  let at = SIGNATURE_BYTES;
  while (at + FRAME_BYTES <= bytes.length) {
    const end = at + FRAME_BYTES + be32(bytes, at);
    if (end > bytes.length) return null;
    const name = textAt(bytes, at + 4, 4);
    if (PICTURE.has(name)) kept.keep(at, end);
    if (name === 'IDAT') hasPixels = true;
    at = end;
    if (name === 'IEND') {
      const [width, height] = [be32(bytes, 16), be32(bytes, 20)];
      return hasPixels ? { type: 'image/png', parts: kept.end(), width, height } : null;
    }
  }
  return null;
}
