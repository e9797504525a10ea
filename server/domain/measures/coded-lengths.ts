import { type BinSpans, spansOf } from './bin-spans.ts';
import type { FactColumns, LengthColumn } from './columns.ts';
import { type LengthDefinition, lengthOf } from './definitions.ts';
import { BINS, binOf } from './length-bins.ts';

/** A row that has no such length. */
const ABSENT = 0xffff;

/** One kind of length of a pack's rows, put in its bin once: what no question changes. */
export interface CodedLengths {
  /** Rows that have one, where those are few; null: all rows are looked at. */
  rows: Uint32Array | null;
  /** By place in `rows`, or by row: its bin; from BINS on of one that is still going; ABSENT. */
  codes: Uint16Array;
  value: LengthColumn;
  less: LengthColumn | null;
  spans: BinSpans;
}

/** Of columns that are kept, for as long as they are: two bytes for each row and kind of length. */
const kept = new WeakMap<FactColumns, Map<LengthDefinition, CodedLengths>>();

export function codedLengths(columns: FactColumns, definition: LengthDefinition): CodedLengths {
  let known = kept.get(columns);
  if (!known) {
    known = new Map();
    kept.set(columns, known);
  }
  const found = known.get(definition) ?? codeLengths(columns, definition);
  known.set(definition, found);
  return found;
}

export function isAbsent(code: number): boolean {
  return code === ABSENT;
}

function codeLengths(columns: FactColumns, definition: LengthDefinition): CodedLengths {
  const [value, ended] = [definition.value(columns), definition.ended(columns)];
  const [less, only] = [definition.less?.(columns) ?? null, definition.only?.(columns) ?? null];
  const codes = new Uint16Array(value.length).fill(ABSENT);
  let count = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const coded = value[row] as number;
    if (coded === 0 || (only !== null && only[row] === 0)) continue;
    const bin = binOf(less === null ? coded - 1 : lengthOf(coded, less[row] as number));
    codes[row] = ended[row] === 1 ? bin : BINS + bin;
    count += 1;
  }
  const spans = spansOf(codes, (code) => !isAbsent(code));
  if (count * 2 > codes.length) return { rows: null, codes, value, less, spans };
  const rows = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < codes.length; row += 1) if (!isAbsent(codes[row] as number)) rows[next++] = row;
  return { rows, codes: Uint16Array.from(rows, (row) => codes[row] as number), value, less, spans };
}
