import { hasText, textAt } from './bytes.ts';

/** Pictures with metadata that we cannot take out: TIFF and what cameras call raw, Photoshop, JPEG XL, JPEG 2000. */
const UNCLEAN = [
  'II*\0',
  'MM\0*',
  'II+\0',
  'MM\0+',
  '8BPS',
  '\xff\x0a',
  '\0\0\0\x0cJXL ',
  '\0\0\0\x0cjP  ',
  '\xff\x4f\xff\x51',
];
const UNCLEAN_BRANDS = /^(?:hei|hev|mif|msf|avi|miaf|MA1|crx)/;

/** Refused before they leave the browser, and by the relay: never kept (F3). */
export function isUnclean(bytes: Uint8Array): boolean {
  return UNCLEAN.some((text) => hasText(bytes, 0, text)) || (hasText(bytes, 4, 'ftyp') && hasUncleanBrand(bytes));
}

/** HEIC, AVIF and their like name what they are in a list of four letters each. */
function hasUncleanBrand(bytes: Uint8Array): boolean {
  for (let at = 8; at < 64 && at < bytes.length; at += 4)
    if (at !== 12 && UNCLEAN_BRANDS.test(textAt(bytes, at, 4))) return true;
  return false;
}
