import { describe, expect, test } from 'vitest';
import { cleanImage } from '../../../protocol/kit/image/clean-image.ts';
import { bytesOf, chunk, gif, jpeg, png, SECRET, webp } from '../../support/pictures.ts';

function cleaned(bytes: Uint8Array): Buffer {
  const image = cleanImage(bytes);
  if (!image) throw new Error('It was not taken for a whole picture.');
  return Buffer.concat(image.parts);
}

const FORMS: [string, (tail?: string) => Uint8Array, string][] = [
  ['JPEG', (tail) => jpeg({ tail: tail ?? '' }), 'image/jpeg'],
  ['PNG', (tail) => png({ tail: tail ?? '' }), 'image/png'],
  ['WebP', (tail) => webp(tail), 'image/webp'],
  ['GIF', (tail) => gif(tail), 'image/gif'],
];

describe('F3 metadata leaves a picture', () => {
  test.each(FORMS)('%s: where it was taken, comments and names of programs', (_, make, type) => {
    const before = make();
    expect(Buffer.from(before).includes(SECRET)).toBe(true);
    const image = cleanImage(before);
    expect(image).toMatchObject({ type, width: 20, height: 10 });
    expect(cleaned(before).includes('SECRET')).toBe(false);
    expect(cleaned(before).includes('GPS')).toBe(false);
  });

  test.each(FORMS)('%s: what follows its end, such as an archive or a page', (_, make) => {
    expect(cleaned(make('PK\x03\x04<script>alert(1)</script>'))).toEqual(cleaned(make()));
  });

  test.each(FORMS)('%s: cleaned once more it stays as it is', (_, make) => {
    const once = cleaned(make());
    expect(cleaned(once)).toEqual(once);
  });

  test.each(FORMS)('%s: cut anywhere it is damaged, or as clean as the whole', (_, make) => {
    const whole = make();
    for (let length = 16; length < whole.length; length += 1) {
      const image = cleanImage(whole.subarray(0, length));
      if (image) expect(Buffer.concat(image.parts).includes('SECRET')).toBe(false);
    }
  });

  test('JPEG: how it must be turned stays, in a block of our own; colours stay', () => {
    const turned = cleaned(jpeg({ turn: 6 }));
    expect(turned.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe1]));
    expect(turned.subarray(26, 34)).toEqual(Buffer.from([0, 0, 0, 1, 0, 6, 0, 0]));
    expect(turned.includes('ICC_PROFILE')).toBe(true);
    expect(cleaned(jpeg()).includes('Exif')).toBe(false);
  });

  test('JPEG: a thumbnail inside its head goes, and one without an end gets one', () => {
    const whole = jpeg();
    expect(cleaned(whole.subarray(0, whole.length - 2)).subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    const thumb = bytesOf([0xff, 0xe0, 0, 19], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);
    const withThumb = bytesOf(whole.subarray(0, 2), thumb, whole.subarray(2));
    expect(cleaned(withThumb)).toEqual(cleaned(whole));
  });

  test('PNG: a profile that unpacks to anything goes; one without pixels is damaged', () => {
    expect(cleaned(png({ more: [chunk('iCCP', new Uint8Array(99))] }))).toEqual(cleaned(png()));
    expect(cleanImage(png().subarray(0, 60))).toBeNull();
  });

  test('WebP: it does not claim metadata any more, and its length is right', () => {
    const bytes = cleaned(webp());
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes[20]).toBe(0);
  });

  test('what is no picture of ours is none', () => {
    for (const text of ['', 'RIFF0000WAVE', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'GIF88a'])
      expect(cleanImage(bytesOf(text))).toBeUndefined();
  });
});
