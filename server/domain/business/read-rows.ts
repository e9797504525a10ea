import type { RowFault } from '../../../protocol/wire/business.ts';
import { IMPORT_FAULTS_MAX, IMPORT_ROWS_MAX } from '../../../protocol/wire/limits.ts';
import { findTwice } from './find-twice.ts';
import { readCsv } from './read-csv.ts';
import { type FaultOf, type Fields, isFault } from './read-order.ts';

export type RowFormat = 'csv' | 'json' | 'lines';

export interface RowsRead<Row> {
  rows: Row[];
  faults: RowFault[];
  /** Wrong rows at all; `faults` names the first IMPORT_FAULTS_MAX. */
  wrong: number;
}

/** What is wrong with the whole of it. */
export interface Unreadable {
  hint: string;
}

/** Cuts what was sent into rows; what stands in them is looked at afterwards. */
export function cutRows(text: string, format: RowFormat): Fields[] | Unreadable {
  const rows = format === 'csv' ? readCsv(text) : format === 'lines' ? readLines(text) : readJson(text);
  if (!Array.isArray(rows)) return rows;
  if (rows.length === 0) return { hint: 'There is no row in it.' };
  if (rows.length > IMPORT_ROWS_MAX)
    return { hint: `${rows.length} rows are too many for one request: send at most ${IMPORT_ROWS_MAX}.` };
  return rows;
}

/** Every row by `read`, and each id once: of two rows with one id nobody knows which counts. */
export function readRows<Row extends object>(
  cut: readonly Fields[],
  read: (fields: Fields) => Row | FaultOf,
  keyOf: (row: Row) => string,
  keyField: string,
): RowsRead<Row> {
  const rows: Row[] = [];
  const faults: RowFault[] = [];
  const places = new Map<string, number>();
  let wrong = 0;
  const note = (row: number, { field, hint }: FaultOf) => {
    wrong += 1;
    if (faults.length < IMPORT_FAULTS_MAX) faults.push({ row, field, hint });
  };
  for (const [index, fields] of cut.entries()) {
    const row = read(fields);
    if (isFault(row)) {
      note(index + 1, row);
      continue;
    }
    const before = places.get(keyOf(row));
    if (before !== undefined) note(index + 1, { field: keyField, hint: `Row ${before} has the same ${keyField}.` });
    else {
      places.set(keyOf(row), index + 1);
      rows.push(row);
    }
  }
  return { rows, faults, wrong };
}

function readJson(text: string): Fields[] | Unreadable {
  const value = parse(text);
  if (!Array.isArray(value)) return { hint: 'Send a JSON list of objects.' };
  if (!value.every(isFields)) return { hint: 'Each element of the list has to be an object.' };
  const twice = findTwice(text);
  return twice === undefined ? value : { hint: twiceHint(twice) };
}

function readLines(text: string): Fields[] | Unreadable {
  const rows: Fields[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (!isFields(value)) return { hint: `Line ${index + 1} is no JSON object.` };
    const twice = findTwice(line);
    if (twice !== undefined) return { hint: `Line ${index + 1}: ${twiceHint(twice)}` };
    rows.push(value);
  }
  return rows;
}

function twiceHint(key: string): string {
  return `An object names ${JSON.stringify(key)} twice: keep one of them. Nothing was stored.`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
