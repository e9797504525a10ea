/**
 * J16: numbers of payment cards in a text, all digits but the last four replaced, everything else as it was. A number is a
 * card's by its first digits, its length and its check digit (ISO/IEC 7812), in one piece or in groups as people write them;
 * of numbers that are longer than any card (an IBAN, a parcel) nothing is touched.
 */
export function maskCards(text: string): string {
  return text.replace(RUN, maskRun);
}

/**
 * J16, J17: of words that are still being written. A number of which the last digits are missing checks as no card's, and would be told
 * digit by digit: whatever is long enough to become one hides all of its digits.
 */
export function maskUnsent(text: string): string {
  return text.replace(BEGUN, (run) => run.replace(ALL, HIDDEN));
}

/** Digits of the scripts that our languages write, with at most one divider between two of them. */
const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19]';
const RUN = new RegExp(`${DIGIT}(?:[ \\u00a0\\u202f.\\u2010-\\u2013-]?${DIGIT}){13,}`, 'g');
const ONE = new RegExp(DIGIT);
const ALL = new RegExp(DIGIT, 'g');
/** The first six say only which bank it is. */
const BEGUN = new RegExp(`${DIGIT}(?:[ \\u00a0\\u202f.\\u2010-\\u2013-]{0,2}${DIGIT}){6,}`, 'g');
const [LENGTH_MIN, LENGTH_MAX] = [14, 19];
const SHOWN = 4;
const HIDDEN = '•';

/** First digits of a kind, from and to, with the lengths that its numbers have. */
const KINDS: readonly (readonly [from: string, to: string, ...lengths: number[]])[] = [
  ['4', '4', 16, 19],
  ['51', '55', 16],
  ['2221', '2720', 16],
  ['34', '34', 15],
  ['37', '37', 15],
  ['300', '305', 14, 16],
  ['36', '36', 14, 16],
  ['38', '39', 14, 16],
  ['3528', '3589', 16, 17, 18, 19],
  ['6011', '6011', 16, 19],
  ['62', '62', 16, 17, 18, 19],
  ['644', '659', 16, 19],
  ['50', '50', 16, 19],
  ['56', '58', 16, 19],
  ['63', '63', 16, 19],
  ['67', '67', 16, 19],
];

function maskRun(run: string): string {
  const chars = [...run];
  const at = chars.flatMap((char, index) => (ONE.test(char) ? [index] : []));
  const digits = at.map((index) => figureOf(chars[index] ?? '')).join('');
  // A card's number begins and ends where a group does: no part of a longer number is taken for one.
  const begins = (nth: number) => nth === 0 || (at[nth] ?? 0) - (at[nth - 1] ?? 0) > 1;
  const ends = (nth: number) => nth === at.length || begins(nth);
  for (let from = 0; from + LENGTH_MIN <= at.length; from += 1) {
    if (!begins(from)) continue;
    for (let length = LENGTH_MAX; length >= LENGTH_MIN; length -= 1) {
      const to = from + length;
      if (to > at.length || !ends(to) || !isCard(digits.slice(from, to))) continue;
      for (const index of at.slice(from, to - SHOWN)) chars[index] = HIDDEN;
      from = to - 1;
      break;
    }
  }
  return chars.join('');
}

function isCard(digits: string): boolean {
  const isKnown = KINDS.some(([from, to, ...lengths]) => {
    const first = digits.slice(0, from.length);
    return first >= from && first <= to && lengths.includes(digits.length);
  });
  return isKnown && checks(digits);
}

/** The check digit of Luhn, ISO/IEC 7812-1, annex B. */
function checks(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Each of these scripts has its ten digits in a row, whose zero is at a multiple of 16 or six beyond one. */
function figureOf(char: string): number {
  const low = char.charCodeAt(0) & 15;
  return char >= '\u0966' && char <= '\u096f' ? low - 6 : low;
}
