import { describe, expect, test } from 'vitest';
import * as limits from '../../../../protocol/wire/outside-limits.ts';
import { readPanel } from '../../../../server/domain/outside/read-panel.ts';

const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const shown = (answer: unknown) => {
  const read = readPanel(answer);
  if ('field' in read) throw new Error(`refused: ${read.field}`);
  return read.panel;
};
const fieldOf = (answer: unknown) => {
  const read = readPanel(answer);
  return 'field' in read ? read.field : null;
};

describe('CS4 what a system may say', () => {
  test('all of it, and nothing is as good as null', () => {
    const said = {
      title: 'Orders',
      status: { text: 'On hold', tone: 'warn' },
      lines: [{ label: 'Orders', value: 12 }],
      table: { columns: ['Order', 'Sum'], rows: [['MK-1', 49.8], ['MK-2']] },
      links: [{ label: 'Open in the shop', href: 'https://shop.example/c/4711?tab=1#orders' }],
      something: '<b>else</b>',
    };
    expect(shown(said)).toEqual({
      ...{ title: 'Orders', status: { text: 'On hold', tone: 'warn' }, lines: [{ label: 'Orders', value: '12' }] },
      table: {
        columns: ['Order', 'Sum'],
        rows: [
          ['MK-1', '49.8'],
          ['MK-2', ''],
        ],
      },
      links: [{ label: 'Open in the shop', href: 'https://shop.example/c/4711?tab=1#orders' }],
      cut: false,
    });
    const nothing = { title: null, status: null, lines: [], table: null, links: [], cut: false };
    expect(shown({})).toEqual(nothing);
    expect(shown({ title: null, status: null, lines: null, table: null, links: null })).toEqual(nothing);
    expect(shown({ status: { text: 'Fine' } }).status).toEqual({ text: 'Fine', tone: 'info' });
  });

  test('words stay words: one line, no control characters, HTML as it is written', () => {
    const { lines } = shown({ lines: [{ label: 'a\n\u0000b', value: ' <img src=x onerror=alert(1)>\t' }] });
    expect(lines).toEqual([{ label: 'a b', value: '<img src=x onerror=alert(1)>' }]);
  });

  test.each([
    ['a list', [1]],
    ['a text', 'x'],
    ['null', null],
  ])('%s is no answer', (_, answer) => expect(fieldOf(answer)).toBe('answer'));

  test.each([
    ['status.tone', { status: { text: 'x', tone: 'purple' } }],
    ['status.text', { status: { tone: 'ok' } }],
    ['lines', { lines: { label: 'x' } }],
    ['lines.1', { lines: [{ label: 'a', value: 'b' }, 'x'] }],
    ['lines.0.value', { lines: [{ label: 'a', value: { deep: 1 } }] }],
    ['title', { title: true }],
    ['table.columns', { table: { rows: [] } }],
    ['table.rows.0', { table: { columns: ['a'], rows: ['x'] } }],
    ['table.rows.0.0', { table: { columns: ['a'], rows: [[{}]] } }],
    ['lines.0.label', { lines: [{ value: 'x' }] }],
  ])('%s is named where it has another form', (field, answer) => expect(fieldOf(answer)).toBe(field));

  test.each([
    'http://shop.example/',
    'javascript:alert(1)',
    'https://user:secret@shop.example/',
    'https://',
    '//shop.example',
    ' https://shop.example',
    'https://shop.example/a b',
    'https:\\\\shop.example',
    'https://shop.example/\u0000',
    `https://shop.example/${'x'.repeat(2_000)}`,
  ])('no link leads to %s', (href) => expect(fieldOf({ links: [{ label: 'x', href }] })).toBe('links.0.href'));

  test('limits: up to each all is shown, and of more the first, with the word that there is more', () => {
    const line = { label: 'a', value: 'b' };
    const link = { label: 'a', href: 'https://shop.example' };
    const table = (columns: number, rows: number) => ({
      table: { columns: many(columns, String), rows: many(rows, () => many(columns, String)) },
    });
    const { PANEL_LINES_MAX: lines, PANEL_LINKS_MAX: links } = limits;
    const { PANEL_COLUMNS_MAX: columns, PANEL_ROWS_MAX: rows } = limits;
    expect(shown({ lines: many(lines, () => line) })).toMatchObject({ cut: false });
    expect(shown({ lines: many(lines + 1, () => line) })).toMatchObject({ lines: { length: lines }, cut: true });
    expect(shown({ links: many(links, () => link) })).toMatchObject({ cut: false });
    expect(shown({ links: many(links + 1, () => link) })).toMatchObject({ links: { length: links }, cut: true });
    expect(shown(table(columns, rows))).toMatchObject({ cut: false, table: { rows: { length: rows } } });
    expect(shown(table(columns, rows + 1))).toMatchObject({ cut: true, table: { rows: { length: rows } } });
    expect(shown(table(columns + 1, 1))).toMatchObject({ cut: true, table: { columns: { length: columns } } });
    const { PANEL_TEXT_CHARS_MAX: chars } = limits;
    expect(shown({ title: '😀'.repeat(chars) }).title).toBe('😀'.repeat(chars));
    expect(shown({ title: '😀'.repeat(chars + 1) }).title).toBe(`${'😀'.repeat(chars - 1)}…`);
  });
});
