import { civilDate, DAY_MS } from './hours/civil.ts';

/** What stands in a table: a number is written as one, nothing as nothing. */
export type Cell = string | number | boolean | null;

/** What spreadsheets take for a formula, also behind what nobody sees and in full width. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n;\t]/;

/**
 * RFC 4180 with a mark at the beginning by which spreadsheets know UTF-8. A text that would be run as a formula gets an
 * apostrophe before it, as spreadsheets write it themselves; numbers are never texts.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[columns, ...rows].map((cells) => cells.map(spell).join(',')).join('\r\n')}\r\n`;
}

function spell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `2026-11-26T09:30:00.000Z` */
export function spellInstant(at: number): string {
  const days = Math.floor(at / DAY_MS);
  const { year, month, day } = civilDate(days);
  const rest = at - days * DAY_MS;
  const [hour, minute, second] = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1_000) % 60].map(Math.floor);
  const digits = (number = 0, length = 2) => String(number).padStart(length, '0');
  const date = `${digits(year, 4)}-${digits(month)}-${digits(day)}`;
  return `${date}T${digits(hour)}:${digits(minute)}:${digits(second)}.${digits(rest % 1_000, 3)}Z`;
}
