import { type CleanImage, hasText } from './bytes.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/**
 * A picture without its metadata, by rewriting its segments; it is never decoded, so that no bomb goes off. Undefined: not one of
 * the four forms that we clean. Null: it says that it is one, and is damaged.
 */
export function cleanImage(bytes: Uint8Array): CleanImage | null | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return cleanJpeg(bytes);
  if (hasText(bytes, 0, '\x89PNG\r\n\x1a\n')) return cleanPng(bytes);
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return cleanWebp(bytes);
  if (hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a')) return cleanGif(bytes);
  return undefined;
}
