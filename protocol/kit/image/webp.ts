import { type CleanImage, Kept, le16, le24, le32, textAt } from './bytes.ts';

const HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const FRAME_HEAD_BYTES = 16;
const PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const FRAME_PARTS = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Of VP8X: that there is Exif, and that there is XMP. */
const METADATA_FLAGS = 0x0c;

interface Chunk {
  name: string;
  at: number;
  /** Where what it holds begins and ends; the next one may begin a byte later. */
  from: number;
  to: number;
  next: number;
}

/** A WebP of the chunks that make the picture, and nothing behind its end. Null: damaged. */
export function cleanWebp(bytes: Uint8Array): CleanImage | null {
  const end = CHUNK_HEAD_BYTES + le32(bytes, 4);
  if (end > bytes.length) return null;
  const kept = new Kept(bytes);
  let size: { width: number; height: number } | null = null;
  for (let at = HEAD_BYTES; at < end; ) {
    const chunk = chunkAt(bytes, at, end);
    if (!chunk) return null;
    at = chunk.next;
    if (!PICTURE.has(chunk.name)) continue;
    if (chunk.name === 'ANMF' && !isPlainFrame(bytes, chunk)) return null;
    size ??= sizeOf(bytes, chunk);
    if (chunk.name === 'VP8X') kept.add(withoutFlags(bytes.slice(chunk.at, chunk.next)), chunk.next);
    else kept.keep(chunk.at, chunk.next);
  }
  const parts = kept.end();
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return size && { type: 'image/webp', parts: [headOf(length), ...parts], ...size };
}

function chunkAt(bytes: Uint8Array, at: number, end: number): Chunk | null {
  const from = at + CHUNK_HEAD_BYTES;
  const to = from + le32(bytes, at + 4);
  return to > end ? null : { name: textAt(bytes, at, 4), at, from, to, next: Math.min(to + (to & 1), end) };
}

/** A frame of an animation holds chunks of its own. */
function isPlainFrame(bytes: Uint8Array, frame: Chunk): boolean {
  for (let at = frame.from + FRAME_HEAD_BYTES; at < frame.to; ) {
    const chunk = chunkAt(bytes, at, frame.to);
    if (!chunk || !FRAME_PARTS.has(chunk.name)) return false;
    at = chunk.next;
  }
  return true;
}

function sizeOf(bytes: Uint8Array, { name, from }: Chunk): { width: number; height: number } | null {
  if (name === 'VP8X') return { width: le24(bytes, from + 4) + 1, height: le24(bytes, from + 7) + 1 };
  if (name === 'VP8 ') return { width: le16(bytes, from + 6) & 0x3fff, height: le16(bytes, from + 8) & 0x3fff };
  if (name !== 'VP8L') return null;
  const packed = le32(bytes, from + 1);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
}

function withoutFlags(chunk: Uint8Array): Uint8Array {
  chunk[CHUNK_HEAD_BYTES] = (chunk[CHUNK_HEAD_BYTES] ?? 0) & ~METADATA_FLAGS;
  return chunk;
}

function headOf(length: number): Uint8Array {
  const size = length + 4;
  const number = [size & 255, (size >>> 8) & 255, (size >>> 16) & 255, size >>> 24];
  return Uint8Array.of(0x52, 0x49, 0x46, 0x46, ...number, 0x57, 0x45, 0x42, 0x50);
}
