import { expect, test } from 'vitest';
import { asStored, ERASED_LABEL, makeLabel, sayLabel } from '../../../protocol/kit/label.ts';

const german = { visitor: 'Besucher {code}', erased: 'Gelöscht' };
// With the mark that keeps `7F3K` in its order where the line runs from the left.
const arabic = { visitor: 'زائر \u200e{code}', erased: 'محذوف' };

test('J19 a label is said in the words of the reader, and what is none stays as it is', () => {
  expect(sayLabel(makeLabel('7F3K'), german)).toBe('Besucher 7F3K');
  expect(sayLabel(makeLabel('7F3K'), arabic)).toBe('زائر \u200e7F3K');
  expect(sayLabel(ERASED_LABEL, german)).toBe('Gelöscht');
  for (const name of ['', 'Visitor', 'Visitor 7F3', 'Visitor seven', 'visitor 7F3K', 'Erased by Ana']) {
    expect(sayLabel(name, german)).toBe(name);
  }
});

test('J19 a label that is looked for as it is shown is what the relay keeps; all other words stay', () => {
  expect(asStored('Besucher 7F3K', german)).toBe('Visitor 7F3K');
  expect(asStored('besucher 7f3k', german)).toBe('Visitor 7F3K');
  for (const text of ['زائر 7F3K', 'زائر \u200e7F3K']) expect(asStored(text, arabic)).toBe('Visitor 7F3K');
  for (const text of [
    '',
    'Besucher',
    'Besucher ',
    'Besucher sind',
    'Besucher 7F3K ',
    'die Besucher 7F3K',
    'Gelöscht',
  ]) {
    expect(asStored(text, german)).toBe(text);
  }
});
