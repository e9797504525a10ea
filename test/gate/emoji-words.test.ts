import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type EmojiWords, ENGLISH } from '../../protocol/kit/emoji/english.ts';
import { fetchEmojiWords } from '../../protocol/kit/emoji/fetch-emoji-words.ts';

/** W22: no language lacks the words of a sign, and none has another language's. */

const folder = (path: string) => readdirSync(new URL(path, import.meta.url));
const CODES = folder('../../widget/ui/languages').map((file) => file.replace('.ts', ''));
const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};
/** "Pizza" and "laptop" are what they are. */
const ENGLISH_NAMES_MAX = 8;
/** A name is read out for each sign that the arrows come to. */
const NAME_LENGTH_MAX = 32;

const namesOf = (words: EmojiWords) => Object.values(words).map((said) => said.split(', ')[0] as string);

test('W22 the emoji have a file of words for each language of the widget', () => {
  const files = folder('../../protocol/kit/emoji').filter((file) => file.startsWith('emoji-'));
  expect(files).toEqual(CODES.map((code) => `emoji-${code}.ts`));
});

for (const code of CODES) {
  test(`W22 ${code} names each sign, no two alike, in its own words`, async () => {
    const words = await fetchEmojiWords(code);
    expect(words).not.toBe(ENGLISH);
    expect(Object.keys(words)).toEqual(Object.keys(ENGLISH));
    for (const [sign, said] of Object.entries(words)) {
      for (const word of said.split(', ')) expect(word, sign).toMatch(/^[^\s,،、]([^,،、]*[^\s,،、])?$/u);
      expect(said, sign).toMatch(SCRIPTS[code] ?? /\p{Script=Latin}/u);
      expect(said.normalize('NFC'), sign).toBe(said);
    }
    const names = namesOf(words);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > NAME_LENGTH_MAX)).toEqual([]);
    const english = namesOf(ENGLISH);
    expect(names.filter((name, at) => name === english[at]).length).toBeLessThanOrEqual(ENGLISH_NAMES_MAX);
  });
}
