import { CsvCutter, isTorn, namesOf, separatorOf } from './cut-csv.ts';
import type { Fields } from './read-order.ts';

/** Rows as they were cut, and the line of the file on which each begins, from 1 on. */
export interface CutRows {
  rows: Fields[];
  lines: number[];
}

/** All of a small file at once. The first line names the columns. */
export function readCsv(text: string): CutRows | { hint: string } {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const cutter = new CsvCutter(separatorOf(clean.split(/[\r\n]/, 1)[0] ?? ''));
  const [head, ...rest] = [...cutter.push(clean), ...cutter.end()];
  const found: CutRows = { rows: [], lines: [] };
  if (!head) return found;
  const torn = [head, ...rest].find(isTorn);
  if (torn || isTorn(head))
    return { hint: `On line ${torn?.quotedAt} a quote is opened and not closed. Nothing was stored.` };
  const names = namesOf(head);
  if (!Array.isArray(names)) return names;
  for (const line of rest) {
    if (isTorn(line)) continue;
    const { cells, at } = line;
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== names.length)
      return {
        hint: `Line ${at} has ${cells.length} cells, the first line names ${names.length}. Nothing was stored.`,
      };
    found.rows.push(Object.fromEntries(names.map((name, place) => [name, cells[place]])));
    found.lines.push(at);
  }
  return found;
}
