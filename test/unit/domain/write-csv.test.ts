// @vitest-environment node
import { expect, it } from 'vitest';
import { readCsv } from '../../../server/domain/business/read-csv.ts';
import { spellInstant, writeCsv } from '../../../server/domain/write-csv.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u200b=1',
  '\u202e=1',
  '＝1',
  '\u0000=1',
  '|x',
  '%x',
];

it('P31 no text is a formula, whatever stands before it; numbers stay numbers', () => {
  const rows = readRows(
    writeCsv(
      ['text', 'number'],
      FORMULAS.map((text) => [text, -1.5]),
    ),
  );
  expect(rows).toEqual(FORMULAS.map((text) => ({ text: `'${text}`, number: '-1.5' })));
});

it('P31 what goes in comes out: quotes, separators, ends of lines, nothing, other scripts', () => {
  const texts = ['a,b', 'say "hi"', 'two\nlines', '', 'ü😀ש', "'quoted", 'a;b'];
  expect(
    readRows(
      writeCsv(
        ['text'],
        texts.map((text) => [`x${text}`]),
      ),
    ).map(({ text }) => text),
  ).toEqual(texts.map((text) => `x${text}`));
  expect(writeCsv(['a', 'b', 'c'], [[null, true, 0]])).toBe('\uFEFFa,b,c\r\n,true,0\r\n');
});

it('an instant is written as every program reads it', () => {
  for (const at of [0, 1, 951_782_399_999, 1_795_657_320_123, 4_102_444_800_000]) {
    expect(spellInstant(at)).toBe(new Date(at).toISOString());
  }
});

function readRows(text: string): Record<string, unknown>[] {
  const rows = readCsv(text);
  if (!Array.isArray(rows)) throw new Error(rows.hint);
  return rows as Record<string, unknown>[];
}
