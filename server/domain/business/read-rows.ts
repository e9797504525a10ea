import type { RowFault } from '../../../protocol/wire/business.ts';
import { IMPORT_FAULTS_MAX, IMPORT_ROWS_MAX } from '../../../protocol/wire/limits.ts';
import { findTwice } from './find-twice.ts';
import { type CutRows, readCsv } from './read-csv.ts';
import { type FaultOf, type Fields, isFault } from './read-order.ts';

export type RowFormat = 'csv' | 'json' | 'lines';

/** Of a JSON list nobody counts lines. */
export type Cut = CutRows | { rows: Fields[]; lines: null };

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
export function cutRows(text: string, format: RowFormat): Cut | Unreadable {
  // What was no UTF-8 has become this sign: nobody's name is stored so.
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) return { hint: encodingHint(text.slice(0, broken).split(/\r\n|[\r\n]/).length) };
  const cut = format === 'csv' ? readCsv(text) : format === 'lines' ? readLines(text) : readJson(text);
  if ('hint' in cut) return cut;
  const { rows } = cut;
  if (rows.length === 0) return { hint: 'There is no row in it.' };
  if (rows.length > IMPORT_ROWS_MAX)
    return {
      hint: `${rows.length} rows are too many for one request: send at most ${IMPORT_ROWS_MAX}. Nothing was stored.`,
    };
  return cut;
}

function encodingHint(line: number): string {
  return `Line ${line} holds letters that are no UTF-8. Save the file as UTF-8, or name its encoding, as in Content-Type: text/csv; charset=windows-1252. Nothing was stored.`;
}

/** Every row by `read`, and each id once: of two rows with one id nobody knows which counts. */
export function readRows<Row extends object>(
  { rows: cut, lines }: Cut,
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
    const line = lines?.[row - 1];
    if (faults.length < IMPORT_FAULTS_MAX) faults.push({ row, ...(line !== undefined && { line }), field, hint });
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

function readJson(text: string): Cut | Unreadable {
  const value = parse(text);
  if (!Array.isArray(value)) return { hint: 'Send a JSON list of objects.' };
  if (!value.every(isFields)) return { hint: 'Each element of the list has to be an object.' };
  const twice = findTwice(text);
  return twice === undefined ? { rows: value, lines: null } : { hint: twiceHint(twice) };
}

function readLines(text: string): Cut | Unreadable {
  const found: CutRows = { rows: [], lines: [] };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parse(line);
    if (!isFields(value)) return { hint: `Line ${index + 1} is no JSON object.` };
    const twice = findTwice(line);
    if (twice !== undefined) return { hint: `Line ${index + 1}: ${twiceHint(twice)}` };
    found.rows.push(value);
    found.lines.push(index + 1);
  }
  return found;
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
