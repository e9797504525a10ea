/**
 * Columns as bytes and back. First the length of the head in characters, then the head as JSON in UTF-16: whatever is no column, and
 * where each column lies; then the columns, each at a multiple of 8. The same values give the same bytes.
 */
export type Column = Uint8Array | Uint32Array | Float64Array;

const KINDS = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const;
type Kind = keyof typeof KINDS;
type Place = { name: string; kind: Kind; at: number; length: number };

const HEAD_AT = 8;

export function packBytes(head: object, columns: Readonly<Record<string, Column>>): Uint8Array {
  let at = 0;
  const named = Object.entries(columns).sort(([one], [other]) => (one < other ? -1 : 1));
  const places = named.map(([name, column]): Place => {
    const place = { name, kind: kindOf(column), at, length: column.length };
    at += padded(column.byteLength);
    return place;
  });
  const text = JSON.stringify({ ...head, columns: places });
  const begin = padded(HEAD_AT + text.length * 2);
  const bytes = new Uint8Array(begin + at);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(HEAD_AT + index * 2, text.charCodeAt(index), true);
  }
  for (const [index, [, column]] of named.entries()) {
    const place = begin + (places[index]?.at ?? 0);
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), place);
  }
  return bytes;
}

export function unpackBytes(given: Uint8Array): { head: object; columns: Record<string, Column> } {
  // A driver's bytes may begin anywhere in a larger buffer; columns need an even place.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += String.fromCharCode(view.getUint16(HEAD_AT + index * 2, true));
  }
  const { columns: places, ...head } = JSON.parse(text) as { columns: Place[] };
  const begin = bytes.byteOffset + padded(HEAD_AT + length * 2);
  const columns = places.map(({ name, kind, at, length: count }): [string, Column] => [
    name,
    new KINDS[kind](bytes.buffer as ArrayBuffer, begin + at, count),
  ]);
  return { head, columns: Object.fromEntries(columns) };
}

/** What of a value is a column. */
export function columnsIn(value: object): Record<string, Column> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => ArrayBuffer.isView(one)));
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return 'u8';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
