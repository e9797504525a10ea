import { expect, test, vi } from 'vitest';
import type { ConsoleLanguage } from '../../../console/model/language.ts';
import { fetchLanguage } from '../../../console/ui/languages/all.ts';

const english = vi.hoisted(() => new Map<string, object>());
vi.mock('../../../console/ui/language.ts', () => ({
  spoken: () => 'en',
  inLanguage: (part: string, words: object) => {
    english.set(part, words);
    return words;
  },
}));
await Promise.all(Object.values(import.meta.glob('../../../console/ui/*strings*.ts')).map((load) => load()));

const CODES: ConsoleLanguage[] = ['ar', 'de', 'es', 'fr', 'pt-BR'];
/** What is the same everywhere: commands, examples, measures' names. */
const SAME_WORDS_MAX = 3;

function* leavesOf(words: unknown, path: string): Generator<[path: string, leaf: unknown]> {
  if (typeof words !== 'object' || words === null) yield [path, words];
  else for (const [key, value] of Object.entries(words)) yield* leavesOf(value, `${path}.${key}`);
}

const braces = (text: string) => (text.match(/\{[\w.]+/g) ?? []).sort();

test('the English words were found', () => {
  expect(english.size).toBeGreaterThan(30);
});

test.each(CODES)(
  '%s: every sentence is said, none of them in English, and what stands in braces is kept',
  async (code) => {
    const language = (await fetchLanguage(code)) as unknown as Record<string, object>;
    expect(Object.keys(language).sort()).toEqual([...english.keys()].sort());
    const faults: string[] = [];
    for (const [part, words] of english) {
      const said = new Map(leavesOf(language[part], part));
      for (const [path, leaf] of leavesOf(words, part)) {
        const other = said.get(path);
        if (typeof other !== typeof leaf) faults.push(`${path}: missing`);
        if (typeof leaf !== 'string' || typeof other !== 'string') continue;
        if (leaf !== '' && other.trim() === '') faults.push(`${path}: empty`);
        if (
          leaf === other &&
          leaf.split(' ').length > SAME_WORDS_MAX &&
          !path.startsWith('ownSettings.addSiteCommand')
        ) {
          faults.push(`${path}: still English`);
        }
        if (braces(leaf).join() !== braces(other).join()) faults.push(`${path}: other braces`);
      }
    }
    expect(faults).toEqual([]);
  },
);

test('in Arabic a month that is written with its year keeps its order: 2026-11 would stand there as 11-2026', async () => {
  const { cost, ...others } = (await fetchLanguage('ar')) as unknown as Record<string, object>;
  const month = (cost as { remove(month: string): string }).remove('2026-11');
  const said = [...leavesOf({ ...others, cost }, 'ar')].filter(([, leaf]) => typeof leaf === 'string') as [
    string,
    string,
  ][];
  const written = [...said, ['cost.remove', month] as const].filter(([, text]) => /\d-\d/.test(text));
  expect(written.length).toBeGreaterThan(3);
  expect(written.filter(([, text]) => !/\u200e\d+-\d+\u200e/.test(text))).toEqual([]);
});
