import type { Fields } from './read-order.ts';

/** Rows as they were cut, and the line of the file on which each begins, from 1 on. */
export interface CutRows {
  rows: Fields[];
  lines: number[];
}

interface Line {
  cells: string[];
  /** Where it begins; one with a quoted end of line within goes on over several. */
  at: number;
}

/** RFC 4180: fields may stand in quotes, and a quote within them twice. The first line names the columns. */
export function readCsv(text: string): CutRows | { hint: string } {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = cutCells(clean, separatorOf(clean));
  if (!Array.isArray(lines)) return lines;
  const [head, ...rest] = lines;
  const found: CutRows = { rows: [], lines: [] };
  if (!head) return found;
  const names = head.cells.map((name) => name.trim().toLowerCase());
  // Which of two columns counts is not ours to guess. Spreadsheets leave empty names behind: those are in no order.
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined)
    return { hint: `The first line names ${JSON.stringify(twice)} twice: keep one column of it. Nothing was stored.` };
  for (const { cells, at } of rest) {
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

/** Spreadsheets of many countries write semicolons. */
function separatorOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1);
  return head.includes(';') && !head.includes(',') ? ';' : ',';
}

function cutCells(text: string, separator: string): Line[] | { hint: string } {
  const lines: Line[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let quotedAt = 1;
  let here = 1;
  let begin = 1;
  const endLine = () => {
    lines.push({ cells: [...cells, cell], at: begin });
    cells = [];
    cell = '';
    begin = here;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    // A line ends with either of them, or with both.
    const isEnd = letter === '\n' || (letter === '\r' && text[at + 1] !== '\n');
    if (isEnd) here += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') {
      isQuoted = true;
      quotedAt = here;
    } else if (letter === separator) {
      cells.push(cell);
      cell = '';
    } else if (isEnd) endLine();
    else if (letter !== '\r') cell += letter;
  }
  if (isQuoted) return { hint: `On line ${quotedAt} a quote is opened and not closed. Nothing was stored.` };
  if (cell !== '' || cells.length > 0) endLine();
  return lines;
}
