import { expect, test } from 'vitest';
import { BELL_WORDS } from '../../../../server/http/bell-words.ts';
import { loaderLanguage, speakLoader } from '../../../../server/http/speak-loader.ts';
import { FAILED, LANG, OPEN } from '../../../../widget/embed/strings.ts';
import type { Language } from '../../../../widget/ui/language.ts';

const files = import.meta.glob<{ language: Language }>('../../../../widget/ui/languages/*.ts', { eager: true });

test('W33 the bell is named as the panel will name it, in all its languages, with a sentence for a failure', () => {
  const spoken = Object.entries(files).map(([file, { language }]) => [file.slice(-5, -3), language.panel.openChat]);
  expect(spoken).toHaveLength(15);
  expect(Object.entries(BELL_WORDS).map(([code, { open }]) => [code, open])).toEqual(spoken.sort());
  for (const { open, failed } of Object.values(BELL_WORDS)) {
    expect(failed.length).toBeLessThan(60);
    expect(open + failed).not.toMatch(/[`'"\\\n$<]/);
  }
});

test('W33 the words are put into the loader in whatever quotes it has; English is the built file itself', () => {
  const built = `i.lang=\`${LANG}\`;a(\`${OPEN}\`);b('${FAILED}')`;
  expect(speakLoader(built, 'en')).toBe(built);
  expect(speakLoader(built, 'constructor')).toBe(built);
  for (const [code, { open, failed }] of Object.entries(BELL_WORDS))
    expect(speakLoader(built, code)).toBe(`i.lang=\`${code}\`;a(\`${open}\`);b('${failed}')`);
});

test.each([
  [[], 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  [[], 'sv, en;q=0.5, fr;q=0.7', 'fr'],
  [[], 'zh-TW,zh-Hant;q=0.9,en;q=0.8', 'en'],
  [[], 'zh-CN', 'zh'],
  [[], 'PT_br', 'pt'],
  [[undefined, 'he'], 'de', 'he'],
  [['uk', 'he'], 'de', 'uk'],
  [['xx', 'nonsense!'], 'ja;q=0, *, tr;q=0.1', 'tr'],
  [[], undefined, 'en'],
  [[], 'constructor,__proto__;q=1, ;;;q=', 'en'],
])('W33 of %j and %j the first that we speak: %s', (owner, accepted, code) => {
  expect(loaderLanguage(owner, accepted)).toBe(code);
});

test('W33 a header that no browser sends is read in part', () => {
  expect(loaderLanguage([], `${'xx,'.repeat(9_999)}de`)).toBe('en');
});
