import type { Fields } from './read-order.ts';

/** RFC 4180: fields may stand in quotes, and a quote within them twice. The first line names the columns. */
export function readCsv(text: string): Fields[] | { hint: string } {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = cutCells(clean, separatorOf(clean));
  if (!Array.isArray(lines)) return lines;
  const [head, ...rest] = lines;
  if (!head) return [];
  const names = head.map((name) => name.trim().toLowerCase());
  // Which of two columns counts is not ours to guess. Spreadsheets leave empty names behind: those are in no order.
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined)
    return { hint: `The first line names ${JSON.stringify(twice)} twice: keep one column of it. Nothing was stored.` };
  const rows: Fields[] = [];
  for (const [index, cells] of rest.entries()) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== names.length)
      return { hint: `Row ${index + 1} has ${cells.length} cells, the first line names ${names.length}.` };
    rows.push(Object.fromEntries(names.map((name, at) => [name, cells[at]])));
  }
  return rows;
}

/** Spreadsheets of many countries write semicolons. */
function separatorOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  return head.includes(';') && !head.includes(',') ? ';' : ',';
}

function cutCells(text: string, separator: string): string[][] | { hint: string } {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endLine = () => {
    lines.push([...line, cell]);
    line = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === separator) {
      line.push(cell);
      cell = '';
    } else if (letter === '\n') endLine();
    else if (letter !== '\r') cell += letter;
  }
  if (isQuoted) return { hint: 'A quote is opened and not closed.' };
  if (cell !== '' || line.length > 0) endLine();
  return lines;
}
