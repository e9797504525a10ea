import { expect, test } from 'vitest';
import * as limits from '../../../../protocol/wire/outside-limits.ts';
import { PanelShelf } from '../../../../server/usecases/outside/panel-shelf.ts';
import { WordShelf } from '../../../../server/usecases/outside/word-shelf.ts';

const plan = (conversationId: string, secret = 's') => ({
  place: { id: 'a', title: 'A', url: 'https://a.example' },
  question: { conversationId, site: 'demo', visitor: { id: null, email: null } },
  secret,
});

test('CS3 what a system said is kept for PANEL_KEPT_MS, for so many, and not where anything of the question is another', () => {
  const shelf = new PanelShelf();
  const answer = { kind: 'unknown', at: 0 } as const;
  shelf.keep(plan('c'), answer, 0);
  expect(shelf.find(plan('c'), limits.PANEL_KEPT_MS - 1)).toBe(answer);
  expect(shelf.find(plan('d'), 1)).toBe(undefined);
  expect(shelf.find(plan('c', 'renewed'), 1)).toBe(undefined);
  shelf.keep(plan('e'), { kind: 'trouble', trouble: 'slow' }, 1);
  expect(shelf.find(plan('e'), 1)).toBe(undefined);
  expect(shelf.find(plan('c'), limits.PANEL_KEPT_MS)).toBe(undefined);
  for (let at = 0; at <= limits.PANELS_KEPT_MAX; at += 1) shelf.keep(plan(`x${at}`), { ...answer, at: 50 }, 50);
  expect([shelf.find(plan('x0'), 51), shelf.find(plan('x1'), 51)]).toEqual([undefined, { ...answer, at: 50 }]);
});

test('CS8 a translation is kept for TRANSLATION_KEPT_MS, of these words and for this language, and so many of them', () => {
  const shelf = new WordShelf();
  const said = { kind: 'said', text: 'Hola' } as const;
  shelf.keep('u', 'es', 'Hello', said, 0);
  expect(shelf.find('u', 'es', 'Hello', limits.TRANSLATION_KEPT_MS - 1)).toBe(said);
  for (const other of [
    ['u', 'de', 'Hello'],
    ['u', 'es', 'Hello!'],
    ['v', 'es', 'Hello'],
  ] as const)
    expect(shelf.find(other[0], other[1], other[2], 1)).toBe(undefined);
  // Used again and again it does not live longer.
  shelf.keep('u', 'es', 'Hello', said, limits.TRANSLATION_KEPT_MS - 1);
  expect(shelf.find('u', 'es', 'Hello', limits.TRANSLATION_KEPT_MS)).toBe(undefined);
  for (let at = 0; at <= limits.TRANSLATIONS_KEPT_MAX; at += 1) shelf.keep('u', 'es', `x${at}`, said, 5);
  expect([shelf.find('u', 'es', 'x0', 6), shelf.find('u', 'es', 'x1', 6)]).toEqual([undefined, said]);
});
