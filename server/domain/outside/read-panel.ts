import { type Panel, TONES, type Tone } from '../../../protocol/wire/outside.ts';
import {
  PANEL_COLUMNS_MAX,
  PANEL_LINES_MAX,
  PANEL_LINKS_MAX,
  PANEL_ROWS_MAX,
  PANEL_TEXT_CHARS_MAX,
} from '../../../protocol/wire/outside-limits.ts';

/** No user in it, and nothing that browsers read otherwise than it looks. */
const HTTPS = /^https:\/\/[^\s/?#@\\\p{Cc}]+(?:[/?#][^\s\\\p{Cc}]*)?$/iu;
const LINK_CHARS_MAX = 2_000;

export type ReadPanel = { panel: Panel } | { field: string };

/** A part that has another form than documented; the path says which. */
class WrongForm extends Error {
  readonly field: string;
  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

/** CS4: what a system says of a customer, in our few words; whatever else it says is not looked at. */
export function readPanel(answer: unknown): ReadPanel {
  const reading = { cut: false };
  try {
    const { title, status, lines, table, links } = record(answer, 'answer');
    const panel = {
      title: isLeftOut(title) ? null : text(title, 'title'),
      status: isLeftOut(status) ? null : readStatus(status),
      lines: list(lines, 'lines', PANEL_LINES_MAX, reading).map(readLine),
      table: isLeftOut(table) ? null : readTable(table, reading),
      links: list(links, 'links', PANEL_LINKS_MAX, reading).map(readLink),
    };
    return { panel: { ...panel, cut: reading.cut } };
  } catch (error) {
    if (error instanceof WrongForm) return { field: error.field };
    throw error;
  }
}

function readStatus(given: unknown): { text: string; tone: Tone } {
  const { text: said, tone } = record(given, 'status');
  const known = isLeftOut(tone) ? 'info' : TONES.find((one) => one === tone);
  if (!known) throw new WrongForm('status.tone');
  return { text: text(said, 'status.text'), tone: known };
}

function readLine(given: unknown, at: number): { label: string; value: string } {
  const { label, value } = record(given, `lines.${at}`);
  return { label: text(label, `lines.${at}.label`), value: text(value, `lines.${at}.value`) };
}

function readLink(given: unknown, at: number): { label: string; href: string } {
  const { label, href } = record(given, `links.${at}`);
  if (typeof href !== 'string' || href.length > LINK_CHARS_MAX || !HTTPS.test(href))
    throw new WrongForm(`links.${at}.href`);
  return { label: text(label, `links.${at}.label`), href };
}

function readTable(given: unknown, reading: { cut: boolean }): Panel['table'] {
  const { columns, rows } = record(given, 'table');
  const names = list(columns, 'table.columns', PANEL_COLUMNS_MAX, reading);
  if (names.length === 0) throw new WrongForm('table.columns');
  return {
    columns: names.map((name, at) => text(name, `table.columns.${at}`)),
    rows: list(rows, 'table.rows', PANEL_ROWS_MAX, reading).map((row, at) => {
      const cells = list(row, `table.rows.${at}`, names.length, reading);
      return names.map((_, column) => text(cells[column] ?? '', `table.rows.${at}.${column}`));
    }),
  };
}

function list(given: unknown, field: string, max: number, reading: { cut: boolean }): unknown[] {
  if (isLeftOut(given)) return [];
  if (!Array.isArray(given)) throw new WrongForm(field);
  if (given.length > max) reading.cut = true;
  return given.slice(0, max);
}

function record(given: unknown, field: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new WrongForm(field);
  return given as Record<string, unknown>;
}

/** Words and numbers; what is left out is nothing. */
function text(given: unknown, field: string): string {
  if (given === null) return '';
  if (typeof given === 'number' && Number.isFinite(given)) return String(given);
  if (typeof given !== 'string') throw new WrongForm(field);
  const plain = given.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const signs = [...plain];
  return signs.length > PANEL_TEXT_CHARS_MAX ? `${signs.slice(0, PANEL_TEXT_CHARS_MAX - 1).join('')}…` : plain;
}

function isLeftOut(given: unknown): given is null | undefined {
  return given === undefined || given === null;
}
