import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIND_LOOKED_MAX } from '../../protocol/wire/find-limits.ts';
import { readQuery } from '../../server/domain/find/query.ts';
import type { FindLines, StoredLine } from '../../server/store/find-store.ts';
import { BLOCK_LINES } from '../../server/store/queries/find-words.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE, World } from './world.ts';

const TALKS = 20;
const EACH = 52;
const STEP_MS = 60_000;

/** One store for all: to go beyond a block takes a thousand messages, and nothing here changes them. */
export function describeFindBound(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  const ids: string[] = [];
  let startedAt = 0;
  let agentId = '';

  beforeAll(async () => {
    place = await make();
    world = await World.start(await place.open());
    startedAt = world.at;
    const served = await world.active();
    agentId = served.agentId;
    await world.say(served.id, world.message('agent', agentId, 'odd from the desk'));
    await world.say(served.id, world.message('visitor', served.visitorId, 'odd and unheard'));
    await talk(served, 0);
    for (let n = 1; n < TALKS; n += 1) {
      world.pass(STEP_MS);
      const one = await world.queued();
      await talk(one, n);
      await world.close(one.id);
    }
    // In many turns, as if it had been ended in between.
    while ((await world.store.takeUpWords({ limit: 90 })).more);
  });
  afterAll(() => place.remove());

  /** Taken up before the next one begins: what is older has smaller numbers. */
  async function talk({ id, visitorId }: { id: string; visitorId: string }, n: number): Promise<void> {
    ids.push(id);
    const expectVersion = await world.version(id);
    const bodies = Array.from({ length: EACH }, (_, at) => `${at % 2 === 0 ? 'even' : 'odd'} talk${n}`);
    await Promise.all(
      bodies.map((body) =>
        world.store.appendMessage({
          conversationId: id,
          expectVersion,
          message: world.message('visitor', visitorId, body),
        }),
      ),
    );
    await world.store.takeUpWords({ limit: 2 * EACH });
  }

  function page(text: string, more: Partial<FindLines> = {}) {
    const first = { tier: 0, before: null, limit: 50, lookedMax: BLOCK_LINES } as const;
    return world.store.findLines({ terms: readQuery(text), ...first, ...more });
  }

  async function pages(text: string, more: Partial<FindLines> = {}): Promise<StoredLine[][]> {
    const all: StoredLine[][] = [];
    let before: number | null = null;
    do {
      const { lines, next } = await page(text, { ...more, before });
      all.push(lines);
      before = next;
    } while (before !== null);
    return all;
  }

  const keyOf = ({ conversationId, kind, place: at }: StoredLine) => `${conversationId} ${kind} ${at}`;

  describe(`${name}: a look for words is bounded`, () => {
    test('L9 words that are common but never together: a page ends after lookedMax lines, and the next goes on to the end', async () => {
      const all = await pages('even odd');
      expect(all).toEqual([[], [], []]);
      const { next } = await page('even odd');
      expect(next).toBeGreaterThan(BLOCK_LINES - 1);
      expect((await page('even odd', { lookedMax: FIND_LOOKED_MAX })).next).toBeNull();
      expect((await page('od', { tier: 1, author: 'visitor', to: startedAt })).next).toBeNull();
    });

    test('L9 over all pages nothing is found twice and nothing is skipped, newest first', async () => {
      for (const [text, tier] of [
        ['odd', 0],
        ['od', 1],
      ] as const) {
        const found = (await pages(text, { tier })).flat();
        expect(new Set(found.map(keyOf)).size).toBe(found.length);
        expect(found).toHaveLength((TALKS * EACH) / 2 + 2);
        const numbers = found.map(({ no }) => no);
        expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
      }
    });

    test('L9 what is rare is found at once, however far back: a word, an agent, a site without any', async () => {
      expect(await page('unheard')).toMatchObject({ lines: [{ text: 'odd and unheard' }], next: null });
      expect(await page('odd unheard')).toMatchObject({ lines: [{ text: 'odd and unheard' }], next: null });
      expect(await page('odd', { agentId })).toMatchObject({ lines: [{ text: 'odd from the desk' }], next: null });
      expect(await page('odd', { siteId: 'another' })).toEqual({ lines: [], next: null });
      expect(await page('odd', { siteId: 'another', tier: 1 })).toEqual({ lines: [], next: null });
      expect((await pages('odd', { siteId: SITE.id })).flat()).toHaveLength((TALKS * EACH) / 2 + 2);
    });

    test('L9 few open conversations lead: theirs are found at once', async () => {
      const found = await page('even', { status: 'open' });
      expect(found.next).toBeNull();
      expect(found.lines).toHaveLength(EACH / 2);
      expect(new Set(found.lines.map(({ conversationId }) => conversationId))).toEqual(new Set([ids[0]]));
      expect((await pages('even', { status: 'closed' })).flat()).toHaveLength(((TALKS - 1) * EACH) / 2);
      expect((await pages('even', { status: 'open', limit: 7 })).map((lines) => lines.length)).toEqual([7, 7, 7, 5]);
    });

    test('L9 a time leads: only blocks that reach into it are looked at', async () => {
      const early = await page('even', { to: startedAt + 1 });
      expect(early).toMatchObject({ next: null });
      expect(early.lines).toHaveLength(EACH / 2);
      const late = await pages('even', { from: world.at });
      expect(late).toHaveLength(1);
      expect(late.flat()).toHaveLength(EACH / 2);
    });
  });
}
