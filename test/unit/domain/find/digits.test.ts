import { describe, expect, it } from 'vitest';
import { askedDigits, digitsOf, numbersIn } from '../../../../protocol/wire/digits.ts';
import {
  FIND_DIGITS_MAX,
  FIND_DIGITS_MIN,
  FIND_NUMBER_DIGITS_MIN,
  FIND_PLAIN_DIGITS_MIN,
} from '../../../../protocol/wire/find-limits.ts';
import { wordsOf } from '../../../../protocol/wire/words.ts';
import { readQuery } from '../../../../server/domain/find/query.ts';

const numbers = (text: string) => numbersIn(text, wordsOf(text)).map(({ digits }) => digits);
const asked = (text: string) => numbersIn(text, wordsOf(text)).map(askedDigits);

describe('long numbers', () => {
  it('L10 are what people write as telephones, in one piece or in several, and no dates', () => {
    expect(numbers('Ring +49 (171) 23-45-67, or 030/1234567.')).toEqual(['49171234567', '0301234567']);
    expect(numbers('電話は09012345678です')).toEqual(['09012345678']);
    expect(numbers('٠١٧١ ٢٣٤٥٦٧')).toEqual(['0171234567']);
    expect(numbers('+49 171 1234567 +43 1 2345678')).toEqual(['491711234567', '4312345678']);
    expect(numbers('12.10.2024, 2024-10-12, 18:26:53, A-1009/7, 3f2a1234567b')).toEqual([]);
    expect(numbers('1712, 3456, 7890')).toEqual([]);
  });

  it('FIND_NUMBER_DIGITS_MIN FIND_PLAIN_DIGITS_MIN: with fewer digits it is none', () => {
    const digits = (count: number) => '1'.repeat(count);
    expect(numbers(`+${digits(FIND_NUMBER_DIGITS_MIN)}`)).toHaveLength(1);
    expect(numbers(`+${digits(FIND_NUMBER_DIGITS_MIN - 1)}`)).toHaveLength(0);
    expect(numbers(`0${digits(FIND_NUMBER_DIGITS_MIN - 1)}`)).toHaveLength(1);
    expect(numbers(`1-${digits(FIND_NUMBER_DIGITS_MIN - 1)}`)).toHaveLength(1);
    expect(numbers(digits(FIND_PLAIN_DIGITS_MIN))).toHaveLength(1);
    expect(numbers(digits(FIND_PLAIN_DIGITS_MIN - 1))).toHaveLength(0);
  });

  it('L10 lose the code of the country and the zeros before them where they are asked for', () => {
    expect(asked('+49 171 234567')).toEqual(['171234567']);
    expect(asked('0049 (0)171 234567')).toEqual(['171234567']);
    expect(asked('(+49) 171 234567')).toEqual(['171234567']);
    expect(asked('0171 234567')).toEqual(['171234567']);
    expect(asked('+1 415 555 0123')).toEqual(['4155550123']);
    expect(asked('+353 1 234 5678')).toEqual(['12345678']);
    expect(asked('+7 (495) 123-45-67')).toEqual(['4951234567']);
    expect(asked('+39 06 1234567')).toEqual(['61234567']);
  });

  it('FIND_DIGITS_MIN FIND_DIGITS_MAX: as many and no fewer digits are what is left of a number, as many and no more of it are kept', () => {
    const number = '123456789'.repeat(2);
    const rests = digitsOf(number, wordsOf(number));
    expect(rests[0]).toBe(number.slice(0, FIND_DIGITS_MAX));
    expect(rests.at(-1)).toBe(number.slice(-FIND_DIGITS_MIN));
    expect(rests).toHaveLength(number.length - FIND_DIGITS_MIN + 1);
    expect(readQuery('23-45')).toEqual([{ words: ['23', '45'], exact: false, number: '2345' }]);
    expect(readQuery('23-4')).toEqual([{ words: ['23', '4'], exact: false }]);
    expect(readQuery(`+49 ${'1'.repeat(FIND_DIGITS_MAX + 1)}`)[0]?.number).toBe('1'.repeat(FIND_DIGITS_MAX));
  });

  it('L2 L10 in quotation marks, and beside other signs, pieces stay words', () => {
    expect(readQuery('"171 234567"')).toEqual([{ words: ['171', '234567'], exact: true }]);
    expect(readQuery('A-1009/7')).toEqual([{ words: ['a', '1009', '7'], exact: false }]);
    expect(readQuery('1712345')).toEqual([{ words: ['1712345'], exact: false }]);
  });
});
