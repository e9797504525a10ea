import type { Response } from 'express';

export type Cell = string | number | boolean | null | undefined;

const BOM = '\uFEFF';
/** Spreadsheets take what begins so for a formula, also behind what nobody sees, in full width and in small. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠﹦﹢﹣﹫]|^[\t\r]/u;
/** Read with another mark than the comma, as in many a country, a cell may begin within a text: our quotes hold nothing together there. */
const FORMULA_WITHIN = /(\r\n|[;\t\r\n])(?=[\s\p{Cc}\p{Cf}"]*[=+\-@|%＝＋－＠﹦﹢﹣﹫])/gu;

/** One line after RFC 4180: numbers as they are, texts quoted where they must be, and none of them a formula (P31). */
export function toLine(cells: readonly Cell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  const begun = FORMULA.test(cell) ? `'${cell}` : cell;
  const text = begun.replace(FORMULA_WITHIN, "$1'");
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Answers with a file, line by line; waits where the reader is slower than we are. */
export async function sendCsv(
  response: Response,
  name: string,
  head: readonly string[],
  lines: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  withBom: boolean,
): Promise<void> {
  response.set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  });
  await write(response, (withBom ? BOM : '') + toLine(head));
  for await (const cells of lines) {
    // Whoever went away is told nothing more.
    if (response.destroyed) return;
    await write(response, toLine(cells));
  }
  response.end();
}

async function write(response: Response, text: string): Promise<void> {
  if (response.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
