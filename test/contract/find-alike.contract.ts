import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { digitsOf } from '../../protocol/wire/digits.ts';
import { FIND_LOOKED_MAX } from '../../protocol/wire/find-limits.ts';
import { FIND_CHARS_MAX, FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import { wordsOf } from '../../protocol/wire/words.ts';
import { readQuery, type Term } from '../../server/domain/find/query.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

const SEED = 20_261_127;
const TEXTS = 120;
const QUESTIONS = 150;
/** What people write, and what they look for by a part of it. */
const PIECES = [
  ...[
    'refund',
    'refunded',
    'Café',
    'cafe',
    'résumé',
    'RESUME',
    'naïve',
    'Straße',
    'strasse',
    "don't",
    'dont',
    'l’été',
    "O'Brien",
  ],
  ...[
    'A-1009/7',
    'A-1009',
    '1009',
    'no_reply+shop@mail.example.org',
    'mail.example.org',
    'https://shop.example/a-b?q=1&x=%20#t',
  ],
  ...[
    '👍',
    '❤️danke',
    '👩‍👩‍👧',
    '-minus',
    '--',
    '*',
    'c++',
    'x',
    'ä',
    'AND',
    'NOT',
    'NEAR(a',
    ')',
    '&',
    '!',
    '<->',
    ':*',
    "'",
    '\\',
  ],
  ...[
    '退货政策',
    '退',
    'ガギ',
    'か\u3099',
    'ｶﾞｷﾞ',
    '배송은',
    '배송'.normalize('NFD'),
    'ทำไม',
    'חולצה לבית־ספר',
    'طَلَبِي',
    '٤٢',
    'ΔΡΟΜΟΣ',
    'δρόμος',
  ],
  ...['+49 (171) 23-45-67', '0171 234567', '23-45', '2345', '4567', '12.10.2024', '"', '“', '„'],
];

/** The same question has the same answer on both databases: each is held to what a plain look through all texts finds. */
export function describeFindAlike(name: string, make: MakePlace): void {
  const random = seededRandom(SEED);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = (most: number) => Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(PIECES));
  const texts = Array.from({ length: TEXTS }, () => some(6).join(pick([' ', ' ', ', ', '-', '\n'])));
  let place: StorePlace;
  let world: World;

  beforeAll(async () => {
    place = await make();
    world = await World.start(await place.open());
    const { id, visitorId } = await world.active();
    const expectVersion = await world.version(id);
    const messages = texts.map((text) => world.message('visitor', visitorId, text));
    await Promise.all(
      messages.map((message) => world.store.appendMessage({ conversationId: id, expectVersion, message })),
    );
    while ((await world.store.takeUpWords({ limit: FIND_TAKEN_MAX })).more);
  });
  afterAll(() => place.remove());

  async function find(terms: Term[], tier: 0 | 1): Promise<string[]> {
    const more = { tier, before: null, limit: TEXTS, lookedMax: FIND_LOOKED_MAX, kind: 'message' } as const;
    return (await world.store.findLines({ terms, ...more })).lines.map((line) => line.text);
  }

  function question(): string {
    const text = random() < 0.3 ? pick(texts) : some(3).join(' ');
    const part = text.slice(Math.floor(random() * 4), 1 + Math.floor(random() * text.length));
    return (random() < 0.5 ? text : random() < 0.2 ? `"${part}"` : part).slice(0, FIND_CHARS_MAX);
  }

  describe(`${name}: looking for words, beside a plain look through all texts`, () => {
    test('L2 L3 L10 whatever is asked, both databases find the same lines in the same order', async () => {
      const stored = ['Hello', ...texts]
        .map((text) => ({ text, words: wordsOf(text).map(({ word }) => word), ends: digitsOf(text, wordsOf(text)) }))
        .reverse();
      for (let n = 0; n < QUESTIONS; n += 1) {
        const asked = question();
        const terms = readQuery(asked);
        if (terms.length === 0) continue;
        const having = (open: boolean) => stored.filter((one) => terms.every((term) => has(one, term, open)));
        const whole = having(false);
        expect([asked, await find(terms, 0)]).toEqual([asked, whole.map(({ text }) => text)]);
        const begun = having(true).filter((one) => !whole.includes(one));
        expect([asked, await find(terms, 1)]).toEqual([asked, begun.map(({ text }) => text)]);
      }
    });
  });
}

function has(
  { words, ends }: { words: string[]; ends: string[] },
  { words: wanted, exact, number }: Term,
  open: boolean,
): boolean {
  const is = (word: string | undefined, asked: string | undefined, last: boolean) =>
    word === asked || (last && open && !exact && asked !== undefined && word?.startsWith(asked) === true);
  const all = [...words, ...ends];
  const inRow = all.some((_, at) => wanted.every((one, by) => is(all[at + by], one, by === wanted.length - 1)));
  return inRow || (number !== undefined && all.some((word) => is(word, number, true)));
}
