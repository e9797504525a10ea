import { IMPORT_ROW_CHARS_MAX } from '../../../protocol/wire/limits-of-measures.ts';
import { CsvCutter, type CsvLine, isTorn, namesOf, separatorOf, type TornLine } from './cut-csv.ts';
import { findTwice } from './find-twice.ts';
import type { FaultOf, Fields } from './read-order.ts';

/** A row of a file, or what is wrong with it. */
export type CutRow = { line: number; fields: Fields } | (FaultOf & { line: number });

/** Takes a file a piece at a time, and keeps no more of it than one row. */
export interface FileCutter {
  /** Or why nothing of the whole file can be read. */
  push(text: string): CutRow[] | { hint: string };
  end(): CutRow[] | { hint: string };
}

const TOO_LONG = `It is longer than ${IMPORT_ROW_CHARS_MAX} characters: a row ends with its line.`;
const NO_UTF8 = 'It holds letters that are no UTF-8: name the encoding of the file, as in --encoding windows-1252.';
/** What was no UTF-8 has become this sign: nobody's name is stored so. */
const BROKEN = '\uFFFD';

/** One JSON object on each line. */
export function createLinesCutter(): FileCutter {
  let rest = '';
  let line = 0;
  const cut = (text: string): CutRow[] => {
    line += 1;
    if (text.trim() === '') return [];
    return [{ line, ...(text.length > IMPORT_ROW_CHARS_MAX ? bad(TOO_LONG) : readObject(text)) }];
  };
  return {
    push(text) {
      const found: CutRow[] = [];
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        found.push(...cut(rest + text.slice(from, to)));
        rest = '';
        from = to + 1;
      }
      // Of a line without an end only so much is kept as tells that it is too long.
      rest = (rest + text.slice(from)).slice(0, IMPORT_ROW_CHARS_MAX + 1);
      return found;
    },
    end: () => cut(rest),
  };
}

function readObject(text: string): { fields: Fields } | Omit<FaultOf, 'line'> {
  if (text.includes(BROKEN)) return bad(NO_UTF8);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('It is no JSON object.');
  const twice = findTwice(text);
  return twice === undefined
    ? { fields: value as Fields }
    : bad(`It names ${JSON.stringify(twice)} twice: keep one of them.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `needed`: columns without which every row would be wrong. */
export function createCsvCutter(needed: readonly string[]): FileCutter {
  let begun = '';
  let cutter: CsvCutter | undefined;
  let names: string[] | undefined;

  function take(lines: readonly (CsvLine | TornLine)[]): CutRow[] | { hint: string } {
    const found: CutRow[] = [];
    for (const line of lines) {
      if (names) {
        found.push(...readCells(line, names));
        continue;
      }
      const read = isTorn(line) ? { hint: `The first line names the columns: ${TOO_LONG}` } : namesOf(line);
      if (!Array.isArray(read)) return read;
      const missing = needed.find((name) => !read.includes(name));
      if (missing !== undefined) return { hint: `The first line names no column "${missing}". Nothing was stored.` };
      names = read;
    }
    return found;
  }

  function begin(text: string, isEnd: boolean): CutRow[] | { hint: string } {
    begun += text;
    // What stands between the cells is read from the first line.
    if (!isEnd && !/[\r\n]/.test(begun) && begun.length <= IMPORT_ROW_CHARS_MAX) return [];
    cutter = new CsvCutter(separatorOf(begun.split(/[\r\n]/, 1)[0] ?? ''), IMPORT_ROW_CHARS_MAX);
    return take(cutter.push(begun));
  }

  return {
    push: (text) => (cutter ? take(cutter.push(text)) : begin(text, false)),
    end() {
      const found = cutter ? [] : begin('', true);
      if (!Array.isArray(found)) return found;
      const last = take(cutter?.end() ?? []);
      if (!Array.isArray(last)) return last;
      return names ? [...found, ...last] : { hint: 'There is no row in it.' };
    },
  };
}

function readCells(line: CsvLine | TornLine, names: readonly string[]): CutRow[] {
  const { at } = line;
  if (isTorn(line)) return [{ line: at, ...bad(`A quote is opened and not closed, or ${TOO_LONG}`) }];
  const { cells } = line;
  if (cells.length === 1 && cells[0] === '') return [];
  if (cells.length !== names.length)
    return [{ line: at, ...bad(`It has ${cells.length} cells, the first line names ${names.length}.`) }];
  if (cells.some((cell) => cell.includes(BROKEN))) return [{ line: at, ...bad(NO_UTF8) }];
  return [{ line: at, fields: Object.fromEntries(names.map((name, place) => [name, cells[place]])) }];
}

/** No field of it alone. */
function bad(hint: string): Omit<FaultOf, 'line'> {
  return { field: '', hint };
}
