// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import { IMPORT_ROW_CHARS_MAX } from '../../../../protocol/wire/limits-of-measures.ts';
import {
  type CutRow,
  createCsvCutter,
  createLinesCutter,
  type FileCutter,
} from '../../../../server/domain/business/cut-file.ts';
import { readCsv } from '../../../../server/domain/business/read-csv.ts';

const csv = () => createCsvCutter(['id']);

/** In pieces of these lengths, and then all that is left. */
function cut(cutter: FileCutter, text: string, sizes: () => number = () => text.length): CutRow[] {
  const found: CutRow[] = [];
  const take = (rows: CutRow[] | { hint: string }) => {
    if (!Array.isArray(rows)) throw new Error(rows.hint);
    found.push(...rows);
  };
  for (let at = 0; at < text.length; ) {
    const size = Math.max(1, sizes());
    take(cutter.push(text.slice(at, at + size)));
    at += size;
  }
  take(cutter.end());
  return found;
}
const linesOf = (rows: CutRow[]) => rows.map((row) => [row.line, 'fields' in row ? row.fields.id : row.hint]);

describe('a file of orders, a piece at a time', () => {
  it('G9 wherever it is cut, its rows are those of the whole, and begin on the same lines', () => {
    const random = seededRandom(341);
    const pick = (...all: string[]) => all[Math.floor(random() * all.length)] as string;
    for (let round = 0; round < 300; round += 1) {
      const end = pick('\n', '\r\n', '\r');
      const cell = () => pick('a', '', '"b ""c"""', `"d${end}e"`, '"f,g"', 'é', '""');
      const rows = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, n) => `${n},${cell()},${cell()}`);
      const text = `id,one,two${end}${rows.join(end + (random() < 0.2 ? end : ''))}${pick('', end)}`;
      const whole = readCsv(text);
      if ('hint' in whole) throw new Error(whole.hint);
      const pieces = cut(csv(), text, () => 1 + Math.floor(random() * 5));
      expect(pieces).toEqual(whole.rows.map((fields, place) => ({ line: whole.lines[place], fields })));
    }
  });

  it('G9 a row that is wrong is named with its line, and all others are read', () => {
    const rows = cut(csv(), 'id,total\n1,5\n2\n3,6,7\n\n4,\uFFFD\n5,8\n');
    expect(linesOf(rows)).toEqual([
      [2, '1'],
      [3, expect.stringContaining('1 cells, the first line names 2')],
      [4, expect.stringContaining('3 cells')],
      [6, expect.stringContaining('no UTF-8')],
      [7, '5'],
    ]);
    const lines = cut(createLinesCutter(), '{"id":1}\r\nno\n\n{"id":2,"id":3}\n[]\n{"id":"\uFFFD"}\n{"id":4}', () => 3);
    expect(linesOf(lines)).toEqual([
      [1, 1],
      [2, 'It is no JSON object.'],
      [4, expect.stringContaining('"id" twice')],
      [5, 'It is no JSON object.'],
      [6, expect.stringContaining('no UTF-8')],
      [7, 4],
    ]);
  });

  it('G9 a quote that is never closed costs its own line alone', () => {
    const good = Array.from({ length: 2_000 }, (_, n) => `${n + 3},good`);
    const rows = cut(csv(), `id,note\n1,"begun\n${good.join('\n')}\n`, () => 700);
    expect(linesOf(rows.slice(0, 2))).toEqual([
      [2, expect.stringContaining('A quote is opened and not closed')],
      [3, '3'],
    ]);
    expect(rows).toHaveLength(2_001);
    expect(rows.at(-1)).toEqual({ line: 2_002, fields: { id: '2002', note: 'good' } });
    expect(linesOf(cut(csv(), 'id,note\n1,a\n2,"begun\n3,c'))).toEqual([
      [2, '1'],
      [3, expect.stringContaining('A quote is opened')],
      [4, '3'],
    ]);
  });

  it('G9 a row holds so many characters and no more; of a longer one nothing is kept', () => {
    const long = (length: number) => 'x'.repeat(length);
    const cells = cut(
      csv(),
      `id\n${long(IMPORT_ROW_CHARS_MAX - 1)}\n${long(IMPORT_ROW_CHARS_MAX * 3)}\nlast\n`,
      () => 999,
    );
    expect(cells.map((row) => [row.line, 'fields' in row])).toEqual([
      [2, true],
      [3, false],
      [4, true],
    ]);
    const object = (length: number) => `{"id":"${long(length - 9)}"}`;
    const text = `${object(IMPORT_ROW_CHARS_MAX)}\n${object(IMPORT_ROW_CHARS_MAX + 1)}\n${object(99_999)}\n{"id":"last"}`;
    const lines = cut(createLinesCutter(), text, () => 5_000);
    expect(lines.map((row) => [row.line, 'fields' in row])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });

  it('G9 what makes every row wrong is said once, and nothing of it is read', () => {
    const said = (text: string) => {
      const cutter = createCsvCutter(['id', 'at']);
      const rows = cutter.push(text);
      return Array.isArray(rows) ? cutter.end() : rows;
    };
    expect(said('id,total\n1,5\n')).toEqual({ hint: expect.stringContaining('no column "at"') });
    expect(said('id,at,ID\n1,5,1\n')).toEqual({ hint: expect.stringContaining('names "id" twice') });
    expect(said('')).toEqual({ hint: 'There is no row in it.' });
    expect(said('"id,at\n1,5')).toEqual({ hint: expect.stringContaining('The first line') });
    expect(said('at;id\n1;2\n')).toEqual([]);
  });
});
