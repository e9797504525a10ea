import { cleanImage } from '../kit/image/clean-image.ts';
import { isUnclean } from '../kit/image/is-unclean.ts';

/**
 * Where a picture was taken does not even leave the browser; the relay makes sure (F3). What is no picture is as it was. Null: a
 * picture that cannot be cleaned, by its form or because it is damaged.
 */
export function cleanBytes(bytes: Uint8Array): Uint8Array | null {
  const image = cleanImage(bytes);
  if (image === null || isUnclean(bytes)) return null;
  if (!image) return bytes;
  const clean = new Uint8Array(image.parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of image.parts) {
    clean.set(part, at);
    at += part.length;
  }
  return clean;
}
