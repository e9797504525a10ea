// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { toLine } from '../../../../server/http/csv.ts';

describe('a table for spreadsheets', () => {
  it('N2 quotes what RFC 4180 wants quoted, and leaves numbers as they are', () => {
    expect(toLine(['a', 'b "c"', 'd,e', 'f\ng', -1.5, 0, true, null, undefined, 1e21])).toBe(
      'a,"b ""c""","d,e","f\ng",-1.5,0,true,,,1e+21\r\n',
    );
    expect(toLine([Number.NaN, Number.POSITIVE_INFINITY])).toBe(',\r\n');
  });

  it('N2 lets no text be a formula', () => {
    expect(toLine(['=1+1', '+1', '-1', '@a', '\ta', '\rb', 'a=b'])).toBe(`'=1+1,'+1,'-1,'@a,"'\ta","'\rb",a=b\r\n`);
  });

  it('P31 nor behind what nobody sees, nor in full width', () => {
    for (const text of [' =1', '\u200b=1', '\u202e=1', '＝1', '＋1', '\u0000=1', '|x', '%x']) {
      expect([text, toLine([text])]).toEqual([text, `'${text}\r\n`]);
    }
    expect(toLine(['ü😀ש', "'x", 'a;b'])).toBe(`ü😀ש,'x,"a;b"\r\n`);
  });

  it('P31 nor where another mark than the comma parts the cells: a spreadsheet of many a country takes the semicolon', () => {
    for (const mark of [';', '\t', '\n', '\r\n']) {
      const line = toLine(['mia', `good${mark}=HYPERLINK("https://bad.example")`, `x${mark} \u200f＝1`, 'end']);
      const apart = line.split(/[;\t\r\n]/);
      expect([mark, apart.filter((cell) => /^[\s\p{Cf}"]*[=＝]/u.test(cell))]).toEqual([mark, []]);
    }
    // Nothing else is changed.
    expect(toLine(['a; b', 'one\ntwo', 'a-b;c'])).toBe('"a; b","one\ntwo","a-b;c"\r\n');
  });
});
