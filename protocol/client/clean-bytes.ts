import { cleanImage } from '../kit/image/clean-image.ts';

/** Where a picture was taken does not even leave the browser; the relay makes sure (F3). What is no picture is as it was. */
export function cleanBytes(bytes: Uint8Array): Uint8Array {
  const image = cleanImage(bytes);
  if (!image) return bytes;
  const clean = new Uint8Array(image.parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of image.parts) {
    clean.set(part, at);
    at += part.length;
  }
  return clean;
}
