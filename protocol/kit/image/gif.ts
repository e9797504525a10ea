import { type CleanImage, hasText, Kept, le16 } from './bytes.ts';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const TRAILER = 0x3b;
const APPLICATION = 0xff;
const CONTROL = 0xf9;

/** A GIF without comments, texts and what programs hid in it, but for the loop; nothing behind its end. Null: damaged. */
export function cleanGif(bytes: Uint8Array): CleanImage | null {
  const kept = new Kept(bytes);
  let at = 13 + tableBytes(bytes[10] ?? 0);
  kept.keep(0, at);
  let hasPicture = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === TRAILER) {
      kept.keep(at, at + 1);
      const [width, height] = [le16(bytes, 6), le16(bytes, 8)];
      return hasPicture ? { type: 'image/gif', parts: kept.end(), width, height } : null;
    }
    if (kind !== PICTURE && kind !== EXTENSION) return null;
    const start = kind === PICTURE ? at + 11 + tableBytes(bytes[at + 9] ?? 0) : at + 2;
    const end = endOfBlocks(bytes, start);
    if (end === null) return null;
    if (kind === PICTURE) hasPicture = true;
    if (kind === PICTURE || isOfPicture(bytes, at)) kept.keep(at, end);
    at = end;
  }
  return null;
}

function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  let at = from;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return null;
    at += length + 1;
    if (length === 0) return at;
  }
}

function isOfPicture(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1];
  if (label === CONTROL) return true;
  return label === APPLICATION && (hasText(bytes, at + 3, 'NETSCAPE2.0') || hasText(bytes, at + 3, 'ANIMEXTS1.0'));
}
