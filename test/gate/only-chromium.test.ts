import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isTold, ONLY_CHROMIUM } from '../engines/only-chromium.ts';

/** The list of what is told in Chromium only names stories that exist, one each, and hides no other. */

const folder = fileURLToPath(new URL('../browser', import.meta.url));
const titles = readdirSync(folder).flatMap((name) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/^ *test\(\s*(['`])(.*?)\1/gms)].map(
    ([, , title = '']) => `${name} ${title}`,
  ),
);

test('each name on the list of what only Chromium can tell is one story of its file', () => {
  expect(titles.length).toBeGreaterThan(80);
  const faults = ONLY_CHROMIUM.filter(
    ({ file, title }) => titles.filter((one) => one.startsWith(`${file}.spec.ts `) && one.endsWith(title)).length !== 1,
  );
  expect(faults).toEqual([]);
});

test('what the list keeps from Firefox is as many stories as it has names, each with a reason of one sentence', () => {
  expect(titles.filter((one) => !isTold(one))).toHaveLength(ONLY_CHROMIUM.length);
  for (const { because } of ONLY_CHROMIUM) expect(because).toMatch(/^[A-Z][^\n]{20,}\.$/);
});
