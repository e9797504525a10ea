import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ui = new URL('../../console/ui/', import.meta.url);
const files = readdirSync(ui).filter((file) => /strings.*\.ts$/.test(file));
const read = (file: string) => readFileSync(new URL(file, ui), 'utf8');
const parts = [...read('languages/language.ts').matchAll(/^ {2}(\w+): Translated</gm)].map(([, part]) => part);

test('all words of the console are read in the language that was chosen', () => {
  const asked = files.flatMap((file) => [...read(file).matchAll(/inLanguage\(\s*'(\w+)'/g)].map(([, part]) => part));
  expect(asked.sort()).toEqual([...parts].sort());
});

test('no list of words passes the languages by', () => {
  const plain = files.filter((file) => /^(?:export )?const \w+(?:: [^=]+)? = \{$/m.test(read(file)));
  expect(plain.filter((file) => file !== 'strings.ts')).toEqual([]);
});
