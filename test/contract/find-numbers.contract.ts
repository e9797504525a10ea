import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { findWords } from '../../server/usecases/find-words.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

/** As people write one and the same telephone. */
const SPELLINGS = [
  'Ring +49 (171) 23-45-67 please',
  'Ring +49171234567 please',
  'Ring 0171/234567 please',
  'Ring 0049 171 23 45 67 please',
  'Ring +49 (0)171 2345-67 please',
  'Ring ＋４９ １７１ ２３４５６７ please',
  'Ring 0171.23.45.67, please',
];
const OTHERS = ['Ring 0171 234 668', 'on 2026-11-27 at 18', 'order A-1009/7', 'order 1009 and 1712', 'my 17 12 45'];
/** By each of these all of them are found, and none of the others. */
const ASKED = [
  ...['1712345', '171234567', '0171 234567', '0171234567', '+49 171 234567', '+49171234567', '0049171234567'],
  ...[
    '+49 (0) 171 / 23 45 67',
    '4567',
    '"4567"',
    '234567',
    '23-45-67',
    '45 67',
    '171 23 45 67',
    '712345',
    'ring 34567',
  ],
];

export function describeFindNumbers(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  async function find(text: string) {
    const subject = { kind: 'agent', agent: { role: 'agent' } } as unknown as AgentSubject;
    const done = await findWords({ store: world.store } as Context, subject, { text });
    return done.answer.ok ? done.answer.value.lines : [];
  }

  const texts = async (text: string) => (await find(text)).map((line) => line.text).toSorted();

  async function said(...bodies: string[]): Promise<void> {
    const { id, visitorId } = await world.active();
    for (const body of bodies) await world.say(id, world.message('visitor', visitorId, body));
    while ((await world.store.takeUpWords({ limit: FIND_TAKEN_MAX })).more);
  }

  describe(`${name}: looking for numbers`, () => {
    test('L10 a telephone is found by its last digits, by those in its middle, and in any spelling', async () => {
      await said(...SPELLINGS, ...OTHERS);
      const found: [string, string[]][] = [];
      for (const asked of ASKED) found.push([asked, await texts(asked)]);
      expect(found).toEqual(ASKED.map((asked) => [asked, SPELLINGS.toSorted()]));
    });

    test('L10 what is asked for in pieces is still found as words, each where it stands', async () => {
      await said(...SPELLINGS, ...OTHERS);
      expect(await texts('1712 1009')).toEqual(['order 1009 and 1712']);
      expect(await texts('A-1009/7')).toEqual(['order A-1009/7']);
      expect(await texts('1009')).toEqual(['order 1009 and 1712', 'order A-1009/7']);
      expect(await texts('2026-11-27')).toEqual(['on 2026-11-27 at 18']);
      expect(await texts('27 2026')).toEqual(['on 2026-11-27 at 18']);
      expect(await texts('"171 23"')).toEqual([SPELLINGS[0], SPELLINGS[3]].toSorted());
      expect(await texts('668')).toEqual(['Ring 0171 234 668']);
    });

    test('L10 twenty digits in a row are found by their end, and a text of nothing but digits is taken up', async () => {
      const parcel = '00340434161094042557';
      await said(parcel, '1 2 3 '.repeat(1_600));
      expect(await texts('042557')).toEqual([parcel]);
      expect(await texts(parcel)).toEqual([parcel]);
      expect(await texts('231231231231')).toHaveLength(1);
    });

    test('L4 L10 the digits are marked where they stand', async () => {
      await said(SPELLINGS[0] as string);
      for (const [asked, marked] of [
        ['2345', ['23-45']],
        ['1712345', ['171) 23-45']],
        ['ring 4567', ['Ring', '45-67']],
        ['0171 234567', ['171) 23-45-67']],
      ] as const) {
        const [line] = await find(asked);
        expect(line?.marks.map(([from, to]) => line.text.slice(from, to))).toEqual(marked);
      }
    });
  });
}
