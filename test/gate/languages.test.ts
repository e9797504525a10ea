import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aloneStrings } from '../../widget/ui/alone-strings.ts';
import { amendedStrings } from '../../widget/ui/amended-strings.ts';
import { emailStrings } from '../../widget/ui/email-strings.ts';
import { emojiStrings } from '../../widget/ui/emoji-strings.ts';
import { endedStrings } from '../../widget/ui/ended-strings.ts';
import { eventStrings } from '../../widget/ui/event-strings.ts';
import { failureStrings } from '../../widget/ui/failure-strings.ts';
import { fileStrings } from '../../widget/ui/file-strings.ts';
import { frontStrings } from '../../widget/ui/front-strings.ts';
import { keepStrings } from '../../widget/ui/keep-strings.ts';
import type { English } from '../../widget/ui/language.ts';
import { menuStrings } from '../../widget/ui/menu-strings.ts';
import { noticeStrings } from '../../widget/ui/notice-strings.ts';
import { ownStrings } from '../../widget/ui/own-strings.ts';
import { pastStrings } from '../../widget/ui/past-strings.ts';
import { previewStrings } from '../../widget/ui/preview-strings.ts';
import { queueFullStrings } from '../../widget/ui/queue-full-strings.ts';
import { ratingMoreStrings } from '../../widget/ui/rating-more-strings.ts';
import { redirectStrings } from '../../widget/ui/redirect-strings.ts';
import { serviceStrings } from '../../widget/ui/service-strings.ts';
import { strings } from '../../widget/ui/strings.ts';

/** W22: no language lacks a text, says one too many, or counts as English does. */

const english: Omit<English, 'links' | 'face'> = {
  ...{ alone: aloneStrings, emoji: emojiStrings, event: eventStrings, keep: keepStrings, menu: menuStrings },
  ...{ panel: strings, ended: endedStrings, email: emailStrings, failure: failureStrings },
  ...{ service: serviceStrings, queueFull: queueFullStrings, notice: noticeStrings, files: fileStrings },
  ...{ service: serviceStrings, queueFull: queueFullStrings, notice: noticeStrings },
  ...{
    front: frontStrings,
    past: pastStrings,
    preview: previewStrings,
    redirect: redirectStrings,
    own: ownStrings,
    ratingMore: ratingMoreStrings,
    amended: amendedStrings,
  },
};
const CODES = ['ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];
/** The same in many languages, or no words at all. */
const MAY_BE_ENGLISH = ['panel.dir', 'service.when', 'service.place'];
/** So much longer than the English may it be: what is longer does not fit where it stands. */
const LONGER_MAX = 2.2;
const SHORT = 36;

type Leaf = [path: string, value: unknown];

/** Groups inside groups are walked; plural forms, lists and functions are leaves. */
function leavesOf(value: unknown, like: unknown, path = ''): Leaf[] {
  const isGroup = (one: unknown) => typeof one === 'object' && !Array.isArray(one) && one !== null;
  if (!isGroup(value) || !isGroup(like)) return [[path, value]];
  return Object.entries(Object(value)).flatMap(([name, inner]) =>
    leavesOf(inner, Object(like)[name], path ? `${path}.${name}` : name),
  );
}
const leaves = new Map(leavesOf(english, english));

function textsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : (Object.values(Object(value)) as string[]);
}

test('W22 fifteen languages stand beside English, each in its own file', () => {
  const files = readdirSync(new URL('../../widget/ui/languages', import.meta.url));
  expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(CODES);
});

for (const code of CODES) {
  const load = async () => {
    const file = await import(`../../widget/ui/languages/${code}.ts`);
    return new Map(leavesOf(file.language, english));
  };

  test(`W22 ${code} has each text, none too many and none empty, of its own words`, async () => {
    const said = await load();
    expect([...said.keys()].sort()).toEqual([...leaves.keys()].sort());
    expect([said.get('panel.lang')].join().slice(0, 2)).toBe(code);
    expect(said.get('panel.dir')).toBe(['ar', 'he'].includes(code) ? 'rtl' : 'ltr');
    const long = [...leaves].filter(([path, text]) => `${text}`.length > 12 && !MAY_BE_ENGLISH.includes(path));
    expect(long.filter(([path, text]) => said.get(path) === text)).toEqual([]);
    for (const [path, text] of said) {
      expect(textsOf(text).length, path).toBeGreaterThan(0);
      for (const one of textsOf(text)) expect(one.trim(), path).not.toBe('');
      if (Array.isArray(leaves.get(path))) expect(text, path).toHaveLength((leaves.get(path) as string[]).length);
    }
  });

  test(`W22 ${code} counts by its own rules, and says all that the English sentence is about`, async () => {
    const said = await load();
    const rules = new Intl.PluralRules(code);
    const counted = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
    for (const [path, text] of leaves) {
      const theirs = said.get(path);
      if (typeof text !== 'function') {
        expect(typeof theirs, path).toBe(Array.isArray(text) ? 'object' : 'string');
        continue;
      }
      if (typeof theirs === 'object') expect(new Set(Object.keys(theirs as object)), path).toEqual(withOther(counted));
      for (const [category, one] of Object.entries(Object(typeof theirs === 'string' ? { other: theirs } : theirs))) {
        // One and two may be words instead of figures.
        const braces = String(one).match(/\{\w+\}/g) ?? [];
        if (!['zero', 'one', 'two'].includes(category)) expect(braces, `${path} ${category}`).toHaveLength(text.length);
      }
    }
  });

  test(`W22 ${code} is not much longer than the English`, async () => {
    const said = await load();
    const tooLong = [...leaves].filter(([path, text]) => {
      const longest = Math.max(...textsOf(said.get(path)).map((one) => one.length));
      return typeof text === 'string' && longest > Math.max(SHORT, text.length * LONGER_MAX);
    });
    expect(tooLong.map(([path]) => `${path}: ${said.get(path)}`)).toEqual([]);
  });
}

function withOther(categories: ReadonlySet<string>): Set<string> {
  return new Set([...categories, 'other']);
}
