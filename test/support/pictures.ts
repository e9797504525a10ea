import { crc32, deflateSync } from 'node:zlib';

/** Pictures made by hand, with everything in them that must not stay. */

/** Stands in every block of metadata: none of it may be left. */
export const SECRET = 'GPS 52.5200 13.4050 SECRET';

export function bytesOf(...parts: (string | number[] | Uint8Array)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
}

const be16 = (value: number) => [value >> 8, value & 255];
const be32 = (value: number) => [...be16(value >>> 16), ...be16(value & 65_535)];
const le32 = (value: number) => be32(value).reverse();

function segment(marker: number, content: Uint8Array): Uint8Array {
  return bytesOf([0xff, marker], be16(content.length + 2), content);
}

/** Exif as a phone writes it: how it is turned, and where it was taken. */
function exif(turn: number): Uint8Array {
  const tags = [
    ...be16(2),
    0x01,
    0x12,
    0,
    3,
    ...be32(1),
    ...be16(turn),
    0,
    0,
    0x88,
    0x25,
    0,
    4,
    ...be32(1),
    ...be32(38),
  ];
  return bytesOf('Exif\0\0', 'MM\0*', be32(8), tags, be32(0), SECRET);
}

export function jpeg({ turn = 1, width = 20, height = 10, tail = '' } = {}): Uint8Array {
  return bytesOf(
    [0xff, 0xd8],
    segment(0xe0, bytesOf('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, exif(turn)),
    segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', SECRET)),
    segment(0xe2, bytesOf('ICC_PROFILE\0', [1, 1], 'colours')),
    segment(0xe2, bytesOf('MPF\0', SECRET)),
    segment(0xed, bytesOf('Photoshop 3.0\0', SECRET)),
    segment(0xfe, bytesOf(SECRET)),
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, bytesOf([8], be16(height), be16(width), [1, 1, 0x11, 0])),
    segment(0xda, bytesOf([1, 1, 0, 0, 63, 0])),
    [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
    [0xff, 0xd9],
    tail,
  );
}

export function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = bytesOf(name, content);
  return bytesOf(be32(content.length), named, be32(crc32(named)));
}

/** A real one: browsers draw it. */
export function png({ width = 20, height = 10, tail = '', pixels = true, more = [] as Uint8Array[] } = {}): Uint8Array {
  const rows = pixels ? Buffer.alloc((width * 3 + 1) * height, 0x5a) : Buffer.alloc(1);
  for (let row = 0; pixels && row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  return bytesOf(
    [0x89],
    'PNG\r\n\x1a\n',
    chunk('IHDR', bytesOf(be32(width), be32(height), [8, 2, 0, 0, 0])),
    chunk('tEXt', bytesOf('Comment\0', SECRET)),
    chunk('eXIf', exif(1)),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
    tail,
  );
}

export function webp(tail = ''): Uint8Array {
  const part = (name: string, content: Uint8Array) =>
    bytesOf(name, le32(content.length), content, content.length % 2 ? [0] : []);
  const parts = bytesOf(
    'WEBP',
    part('VP8X', bytesOf([0x0c, 0, 0, 0], [19, 0, 0], [9, 0, 0])),
    part('VP8L', bytesOf([0x2f, 0x13, 0x40, 0x02, 0, 1, 2])),
    part('EXIF', exif(1)),
    part('XMP ', bytesOf(SECRET)),
  );
  return bytesOf('RIFF', le32(parts.length), parts, tail);
}

export function gif(tail = ''): Uint8Array {
  const block = (text: string) => bytesOf([text.length], text, [0]);
  return bytesOf(
    'GIF89a',
    [20, 0, 10, 0, 0x80, 0, 0],
    [0, 0, 0, 255, 255, 255],
    bytesOf([0x21, 0xff, 11], 'NETSCAPE2.0', [3, 1, 0, 0, 0]),
    bytesOf([0x21, 0xfe], block(SECRET)),
    bytesOf([0x21, 0xff, 11], 'XMP DataXMP', block(SECRET)),
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, 20, 0, 10, 0, 0, 2, 2, 0x4c, 1, 0],
    [0x3b],
    tail,
  );
}
