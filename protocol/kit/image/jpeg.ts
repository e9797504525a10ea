import { be16, be32, type CleanImage, hasText, Kept, le16, le32 } from './bytes.ts';

const SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;
const JFIF_WITHOUT_PICTURE = 16;

/**
 * A JPEG without Exif, GPS, XMP, IPTC, comments, thumbnails, and without whatever follows its end. Colours stay (ICC,
 * Adobe), and how it must be turned: that is one number, put into an Exif block of our own. Null: damaged.
 */
export function cleanJpeg(bytes: Uint8Array): CleanImage | null {
  const kept = new Kept(bytes);
  let size: { width: number; height: number } | null = null;
  let turn = 1;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) break;
    if (isBare(marker)) {
      kept.keep(at, at + 2);
      at += 2;
      continue;
    }
    const end = at + 2 + be16(bytes, at + 2);
    if (marker === 0 || end < at + 4 || end > bytes.length) return null;
    if (isFrame(marker)) size = { height: be16(bytes, at + 5), width: be16(bytes, at + 7) };
    if (marker === 0xe1 && hasText(bytes, at + 4, 'Exif\0\0')) turn = turnOf(bytes.subarray(at + 10, end));
    const stop = marker === SCAN ? endOfScan(bytes, end) : end;
    if (isPicture(marker, bytes, at, end)) kept.keep(at, stop);
    at = stop;
  }
  if (!size) return null;
  const parts = [bytes.subarray(0, 2), ...(turn > 1 ? [turnBlock(turn)] : []), ...kept.end()];
  return { type: 'image/jpeg', parts: [...parts, Uint8Array.of(0xff, END)], ...size };
}

function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** SOF0 to SOF15, but for the tables that stand between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isPicture(marker: number, bytes: Uint8Array, at: number, end: number): boolean {
  if (marker === 0xe0) return hasText(bytes, at + 4, 'JFIF\0') && end - at - 2 === JFIF_WITHOUT_PICTURE;
  if (marker === 0xe2) return hasText(bytes, at + 4, 'ICC_PROFILE\0');
  if (marker === 0xee) return hasText(bytes, at + 4, 'Adobe') && end - at <= 16;
  return marker < 0xe0 && marker !== COMMENT;
}

/** Compressed data goes on until a marker that is neither a stuffed byte nor a restart; some cameras forget the end. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** Exif's tag 0x0112, 1 to 8; 1 where it cannot be read. */
function turnOf(tiff: Uint8Array): number {
  const little = hasText(tiff, 0, 'II');
  const u16 = little ? le16 : be16;
  const u32 = little ? le32 : be32;
  const table = u32(tiff, 4);
  const count = Math.min(u16(tiff, table), 64);
  for (let entry = table + 2; entry < table + 2 + count * 12; entry += 12) {
    if (u16(tiff, entry) !== 0x0112) continue;
    const turn = u16(tiff, entry + 8);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

/** One tag and nothing else. */
function turnBlock(turn: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
  return Uint8Array.of(0xff, 0xe1, 0, exif.length + tiff.length + 2, ...exif, ...tiff);
}
