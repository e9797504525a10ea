import { expect, test } from 'vitest';
import { LANGUAGE_KEY, pickLanguage } from '../../../console/model/language.ts';
import { ConsoleDesk } from '../../support/console-desk.ts';

test.each([
  [null, ['de-AT', 'en'], 'de'],
  [null, ['xx', 'fr-CA'], 'fr'],
  [null, ['pt-PT'], 'pt-BR'],
  [null, ['en-US@posix'], 'en'],
  [null, [], 'en'],
  [null, ['constructor'], 'en'],
  ['es', ['de'], 'es'],
  ['tlh', ['ar-EG'], 'ar'],
  ['__proto__', ['de'], 'de'],
])('the console speaks what was chosen (%s), else what the browser asks for (%j)', (kept, asked, code) => {
  expect(pickLanguage(kept, asked)).toBe(code);
});

test('a choice of language is kept in this browser, and the page begins again with it', () => {
  const desk = new ConsoleDesk();
  desk.app.chooseLanguage('de');
  expect(desk.memory.read(LANGUAGE_KEY)).toBe('de');
  expect(desk.reloads).toBe(1);
});
