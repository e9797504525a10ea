import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digitsOf } from '../../../../protocol/wire/digits.ts';
import { FIND_TERMS_MAX, FIND_WORD_CHARS_MAX } from '../../../../protocol/wire/limits.ts';
import { WORDS_FOLDING, wordsOf } from '../../../../protocol/wire/words.ts';
import { markTerms, readQuery } from '../../../../server/domain/find/query.ts';

const words = (text: string) => wordsOf(text).map(({ word }) => word);

describe('words that are looked for', () => {
  it('L1 are without case and accents, in the scripts of our languages', () => {
    expect(words('Crème BRÛLÉE, Łódź; Straße – ÆON')).toEqual(['creme', 'brulee', 'lodz', 'strasse', 'aeon']);
    expect(words('İstanbul ılık')).toEqual(['istanbul', 'ilik']);
    expect(words('Ёлка й')).toEqual(['елка', 'и']);
    expect(words('مُدَرِّس')).toEqual(words('مدرس'));
    expect(words('शिपिंग')).toEqual(['शिपिंग']);
    expect(words('ﬁne １２３')).toEqual(['fine', '123']);
    expect(words('한국어')).toEqual(['한국어']);
    expect(words('e\u0301te\u0301')).toEqual(['ete']);
  });

  it('L1 a sign of a script without spaces is a word of its own', () => {
    expect(words('退货 A1ガ')).toEqual(['退', '货', 'a1', 'カ\u3099'.normalize('NFC')]);
  });

  it('L1 know where they stand, in UTF-16 units', () => {
    expect(wordsOf('😀 Café!')).toEqual([{ word: 'cafe', from: 3, to: 7 }]);
  });

  it('L5 WORDS_FOLDING: whoever changes what is cut raises it, so that indexes of before are cut anew', () => {
    // Scripts that are long complete: what Unicode adds elsewhere is no change of ours.
    const scripts = [0x20, 0x370, 0x400, 0x590, 0x620, 0x900, 0xe00, 0x3040, 0x4e00, 0xac00];
    const signs = scripts.flatMap((first) => Array.from({ length: 0x60 }, (_, n) => String.fromCodePoint(first + n)));
    const latin = Array.from({ length: 0x160 }, (_, n) => String.fromCodePoint(0xa0 + n));
    const pieces = ['か\u3099', 'ﾊﾟ', '\u1112\u1161\u11ab', '\u09c7\u09be', '❤\ufe0f', '\u200d'];
    const numbers = ['+49 (171) 23-45-67', '0171234', '12345678', '123456789', '12.10.2024'];
    const cut = [...signs, ...latin, ...pieces].map((sign) => words(`a${sign}b`).join(' '));
    cut.push(...numbers.map((text) => digitsOf(text, wordsOf(text)).join(' ')));
    expect([WORDS_FOLDING, createHash('sha256').update(cut.join('\n')).digest('hex').slice(0, 16)]).toEqual([
      3,
      '97f02a86c274f490',
    ]);
  });

  it('FIND_WORD_CHARS_MAX: a longer word is cut, so that it is still found by its beginning', () => {
    expect(words('x'.repeat(FIND_WORD_CHARS_MAX + 1))).toEqual(['x'.repeat(FIND_WORD_CHARS_MAX)]);
    expect(words('x'.repeat(FIND_WORD_CHARS_MAX))).toEqual(['x'.repeat(FIND_WORD_CHARS_MAX)]);
  });

  it('L2 a question is words that are all to be there; quotation marks and signs within a word keep them together', () => {
    expect(readQuery('red  "Big Boots" a@b.example')).toEqual([
      { words: ['red'], exact: false },
      { words: ['big', 'boots'], exact: true },
      { words: ['a', 'b', 'example'], exact: false },
    ]);
    expect(readQuery('"not closed')).toEqual([{ words: ['not', 'closed'], exact: true }]);
    expect(readQuery(' "" & … ')).toEqual([]);
  });

  it('L2 quotation marks are those of any language', () => {
    for (const [open, close] of ['“”', '„“', '«»', '「」', '＂＂']) {
      expect(readQuery(`red ${open}Big Boots${close}`)).toEqual(readQuery('red "Big Boots"'));
    }
    expect(readQuery('don’t')).toEqual([{ words: ['don', 't'], exact: false }]);
  });

  it('FIND_TERMS_MAX: what comes after is left out', () => {
    const many = Array.from({ length: FIND_TERMS_MAX + 1 }, (_, n) => `w${n}`).join(' ');
    expect(readQuery(many)).toHaveLength(FIND_TERMS_MAX);
    expect(readQuery(many.slice(0, many.lastIndexOf(' ')))).toHaveLength(FIND_TERMS_MAX);
  });

  it('L4 marks words, beginnings and phrases, the longest at each place', () => {
    const text = 'The Café sells coffee; café au lait';
    const marked = (question: string) => markTerms(text, readQuery(question)).map(([from, to]) => text.slice(from, to));
    expect(marked('cafe')).toEqual(['Café', 'café']);
    expect(marked('cof')).toEqual(['coffee']);
    expect(marked('cafe "cafe au"')).toEqual(['Café', 'café au']);
    expect(marked('"cof"')).toEqual([]);
  });
});
