import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Each rule of docs/routing.md has a test of its own, a story that is run, and a property. */

const top = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(top, 'docs/routing.md'), 'utf8');
const rules = [...page.matchAll(/^\* \*\*(R\d+) /gm)].map(([, rule]) => rule ?? '');
const stories = [...page.matchAll(/^```story (R\d+)$/gm)].map(([, rule]) => rule ?? '');

/** What stands in the titles, ranges such as `R1–R6` written out. */
function rulesIn(text: string): string[] {
  const titles = [...text.matchAll(/\b(?:it|test|describe)(?:\.each)?\b[^'"`]*?(['"`])((?:(?!\1)[\s\S])*)\1/g)];
  return titles.flatMap(([, , title = '']) => [
    ...[...title.matchAll(/\bR(\d+)–R(\d+)\b/g)].flatMap(([, from, to]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `R${Number(from) + n}`),
    ),
    ...(title.match(/\bR\d+\b/g) ?? []),
  ]);
}

function filesOf(folder: string): string[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:test|contract)\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

const isProperty = (name: string) => name.includes('properties') || name.endsWith('routing.fuzz.test.ts');
const found = (names: string[]) => new Set(names.flatMap((name) => rulesIn(readFileSync(join(top, name), 'utf8'))));
const all = ['test/unit', 'test/contract', 'test/socket', 'test/fuzz'].flatMap(filesOf);

test('each R rule has a test of its own, a story and a property', () => {
  expect(rules.length).toBeGreaterThanOrEqual(22);
  const [tests, properties] = [found(all.filter((name) => !isProperty(name))), found(all.filter(isProperty))];
  const missing = rules.flatMap((rule) => [
    ...(tests.has(rule) ? [] : [`${rule}: no test`]),
    ...(stories.includes(rule) ? [] : [`${rule}: no story in docs/routing.md`]),
    ...(properties.has(rule) ? [] : [`${rule}: no property`]),
  ]);
  expect(missing).toEqual([]);
});

test('a rule without a proof is found', () => {
  expect(rulesIn("it('R1–R3 and R7 hold', () => {})")).toEqual(['R1', 'R2', 'R3', 'R1', 'R3', 'R7']);
  expect(rulesIn('const rule = "R9";')).toEqual([]);
});
