import type { FactColumns } from './columns.ts';

/**
 * Columns as bytes and back. First the length of the head in characters, then the head as JSON in UTF-16: words, counts, and
 * where each column lies; then the columns, each at a multiple of 8. The same facts give the same bytes.
 */
type Column = Uint8Array | Uint32Array | Float64Array;
type ColumnName = { [Name in keyof FactColumns]: FactColumns[Name] extends Column ? Name : never }[keyof FactColumns];

const KINDS = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const;
type Kind = keyof typeof KINDS;

/** 2: with tags, and what M8 and M9 need. */
const VERSION = 2;

interface Head {
  version: typeof VERSION;
  episodes: number;
  waits: number;
  words: readonly string[];
  segmentSets: readonly (readonly string[])[];
  tagSets: readonly (readonly string[])[];
  columns: { name: ColumnName; kind: Kind; at: number; length: number }[];
}

const HEAD_AT = 8;

export function packColumns(columns: FactColumns): Uint8Array {
  const { episodes, waits, words, segmentSets, tagSets } = columns;
  const names = Object.keys(columns)
    .filter((name): name is ColumnName => ArrayBuffer.isView(columns[name as keyof FactColumns]))
    .sort();
  let at = 0;
  const places = names.map((name) => {
    const place = { name, kind: kindOf(columns[name]), at, length: columns[name].length };
    at += padded(columns[name].byteLength);
    return place;
  });
  const head = JSON.stringify({
    ...{ version: VERSION, episodes, waits, words, segmentSets, tagSets },
    columns: places,
  } satisfies Head);
  const begin = padded(HEAD_AT + head.length * 2);
  const bytes = new Uint8Array(begin + at);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  for (let index = 0; index < head.length; index += 1) {
    view.setUint16(HEAD_AT + index * 2, head.charCodeAt(index), true);
  }
  for (const { name, at: place } of places) {
    const column = columns[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), begin + place);
  }
  return bytes;
}

export function unpackColumns(given: Uint8Array): FactColumns {
  // A driver's bytes may begin anywhere in a larger buffer; columns need an even place.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += String.fromCharCode(view.getUint16(HEAD_AT + index * 2, true));
  }
  const { version, columns: places, ...head } = JSON.parse(text) as Head;
  if (version !== VERSION) throw new Error(`A pack of facts has version ${version}; this program knows ${VERSION}.`);
  const begin = bytes.byteOffset + padded(HEAD_AT + length * 2);
  const columns = places.map(({ name, kind, at, length: count }) => [
    name,
    new KINDS[kind](bytes.buffer as ArrayBuffer, begin + at, count),
  ]);
  return { ...head, ...Object.fromEntries(columns) } as FactColumns;
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return 'u8';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
