import { describe, expect, test } from 'vitest';
import { areChoices, choicesIn, offer } from '../../protocol/wire/choices.ts';
import { CHOICE_CHARS_MAX, CHOICES_MAX, CHOICES_MIN } from '../../protocol/wire/limits-of-writing.ts';

/** W37 What a message offers to choose from stands in its own words: the last lines, each in square brackets. */

const some = (count: number) => Array.from({ length: count }, (_, n) => `Size ${n + 1}`);
const asking = (choices: readonly string[]) => ['Which one?', ...choices.map((choice) => `[${choice}]`)].join('\n');

test('W37 the last lines in brackets are choices, the words before them the message', () => {
  expect(choicesIn('Which size?\nWe have two.\n[Small]\n[Large, 2 l]')).toEqual({
    text: 'Which size?\nWe have two.',
    choices: ['Small', 'Large, 2 l'],
  });
  expect(choicesIn('Which?\n\n [ Small ] \r\n[Large]\r\n\n')).toEqual({ text: 'Which?', choices: ['Small', 'Large'] });
});

test('W37 CHOICES_MIN and CHOICES_MAX, from both sides', () => {
  expect(choicesIn(asking(some(CHOICES_MIN)))?.choices).toEqual(some(CHOICES_MIN));
  expect(choicesIn(asking(some(CHOICES_MIN - 1)))).toBeNull();
  expect(choicesIn(asking(some(CHOICES_MAX)))?.choices).toEqual(some(CHOICES_MAX));
  expect(choicesIn(asking(some(CHOICES_MAX + 1)))).toBeNull();
});

test('W37 CHOICE_CHARS_MAX, from both sides', () => {
  const long = 'x'.repeat(CHOICE_CHARS_MAX);
  expect(choicesIn(asking(['Small', long]))?.choices).toEqual(['Small', long]);
  expect(choicesIn(asking(['Small', `${long}x`]))).toBeNull();
});

describe('W37 what is no offer stays a text', () => {
  for (const [what, body] of [
    ['no word before them', '[Small]\n[Large]'],
    ['only white space before them', ' \n[Small]\n[Large]'],
    ['words after them', 'Which?\n[Small]\n[Large]\nThank you'],
    ['the same twice', 'Which?\n[Small]\n[Small]'],
    ['an empty one', 'Which?\n[Small]\n[ ]'],
    ['brackets within', 'Which?\n[Small]\n[a[0]]'],
    ['two on a line', 'Which?\n[Small] [Large]'],
    ['an address in brackets', 'See [the page](https://example.org)'],
    ['nothing', ''],
  ] as const)
    test(what, () => expect(choicesIn(body)).toBeNull());
});

test('W37 what may be offered can be read again, put twice it stands once, and taken away the words are left', () => {
  const choices = ['Small', 'Large'];
  expect(areChoices(choices)).toBe(true);
  expect(areChoices(['Small', 'La]rge'])).toBe(false);
  expect(areChoices(['Small', 'two\nlines'])).toBe(false);
  const once = offer('Which?  ', ['One', 'Two', 'Three']);
  const twice = offer(once, choices);
  expect(twice).toBe('Which?\n[Small]\n[Large]');
  expect(choicesIn(twice)).toEqual({ text: 'Which?', choices });
  expect(offer(twice, [])).toBe('Which?');
});

test('W37 a text of many brackets is read at once', () => {
  const begun = process.cpuUsage();
  expect(choicesIn(`x\n${'['.repeat(8_000)}`)).toBeNull();
  expect(choicesIn(`x\n${' '.repeat(8_000)}[`)).toBeNull();
  // Of the processor: what others do meanwhile counts for nothing.
  expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
});
