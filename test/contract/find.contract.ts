import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIND_LOOKED_MAX } from '../../protocol/wire/find-limits.ts';
import { FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import { readQuery } from '../../server/domain/find/query.ts';
import type { FindLines } from '../../server/store/find-store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE, World } from './world.ts';

export function describeFind(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  async function takeUp(): Promise<void> {
    while ((await world.store.takeUpWords({ limit: FIND_TAKEN_MAX })).more);
  }

  async function find(text: string, more: Partial<FindLines> = {}) {
    const page = { tier: 0, before: null, limit: 50, lookedMax: FIND_LOOKED_MAX } as const;
    return (await world.store.findLines({ terms: readQuery(text), ...page, ...more })).lines;
  }

  const texts = async (text: string, more: Partial<FindLines> = {}) => (await find(text, more)).map((one) => one.text);

  async function said(...bodies: string[]): Promise<{ id: string; visitorId: string; agentId: string }> {
    const served = await world.active();
    for (const body of bodies) {
      world.pass(1_000);
      await world.say(served.id, world.message('visitor', served.visitorId, body));
    }
    await takeUp();
    return served;
  }

  describe(`${name}: looking for words`, () => {
    test('L1 L2 all words, in any case and without accents; quotation marks keep them together', async () => {
      await said('The Café in Łódź is closed', 'my red boots', 'boots, red ones', '退货政策', 'नमस्ते दुनिया');
      expect(await texts('cafe')).toEqual(['The Café in Łódź is closed']);
      expect(await texts('LODZ café')).toEqual(['The Café in Łódź is closed']);
      expect(await texts('red boots')).toEqual(['boots, red ones', 'my red boots']);
      expect(await texts('"red boots"')).toEqual(['my red boots']);
      expect(await texts('退货')).toEqual(['退货政策']);
      expect(await texts('दुनिया')).toEqual(['नमस्ते दुनिया']);
      expect(await texts('red shoes')).toEqual([]);
    });

    test('L2 signs of the databases’ own languages are looked for, not obeyed', async () => {
      await said(`it's 50% off: "a" OR (b) NOT c* near:x & !y | z <-> w`, 'unrelated');
      for (const text of [`it's`, 'OR', 'c*', 'near:x', '& !y', '(b)', '<->', `'; drop`, '"', '\\', '%', '*']) {
        expect(
          Array.isArray(await texts(text, { terms: readQuery(text).length ? readQuery(text) : readQuery('z') })),
        ).toBe(true);
      }
      expect(await texts('NOT')).toHaveLength(1);
      expect(await texts('near:x')).toHaveLength(1);
    });

    test('L3 beginnings of words are a tier of their own, without what stood in the first', async () => {
      await said('refund', 'refunded yesterday', 'no refunds');
      expect(await texts('refund')).toEqual(['refund']);
      expect(await texts('refund', { tier: 1 })).toEqual(['no refunds', 'refunded yesterday']);
      expect(await texts('"refund"', { tier: 1 })).toEqual([]);
    });

    test('L5 notes and people are found; an address that changes is found anew, and not as it was', async () => {
      const { id, agentId } = await said('hello');
      await world.store.setContact({ conversationId: id, email: 'mara@old.example', at: world.at });
      const note = {
        author: 'agent',
        authorId: agentId,
        clientId: world.next('cid'),
        body: 'prefers mornings',
      } as const;
      await world.store.addNote({ conversationId: id, ...note, at: world.at });
      await takeUp();
      expect(await find('mornings')).toMatchObject([
        { kind: 'note', author: 'agent', agentName: `Name of ${agentId}` },
      ]);
      expect(await find('mara@old.example')).toMatchObject([{ kind: 'person', conversationId: id }]);
      await world.store.setContact({ conversationId: id, email: 'mara@new.example', at: world.at });
      await takeUp();
      expect(await find('mara@old.example')).toEqual([]);
      expect(await find('mara@new.example')).toHaveLength(1);
    });

    test('L5 nothing is taken up twice, in pieces or with an end in between', async () => {
      const { id } = await said();
      for (let n = 0; n < 7; n += 1)
        await world.say(id, world.message('visitor', (await world.read(id)).visitorId, 'again'));
      let turns = 0;
      for (let more = true; more; turns += 1) ({ more } = await world.store.takeUpWords({ limit: 3 }));
      expect(turns).toBeGreaterThan(2);
      expect(await find('again')).toHaveLength(7);
      expect(await world.store.countUntaken()).toBe(0);
      await takeUp();
      expect(await find('again')).toHaveLength(7);
    });

    test('L6 filters: kind, site, who, when, open or closed; and the next page', async () => {
      const { id, visitorId, agentId } = await said('blue one', 'blue two');
      await world.say(id, world.message('agent', agentId, 'blue three'));
      await takeUp();
      expect(await texts('blue', { author: 'agent' })).toEqual(['blue three']);
      expect(await texts('blue', { agentId })).toEqual(['blue three']);
      expect(await texts('blue', { kind: 'note' })).toEqual([]);
      expect(await texts('blue', { siteId: SITE.id })).toHaveLength(3);
      expect(await texts('blue', { siteId: 'another' })).toEqual([]);
      expect(await texts('blue', { from: world.at })).toEqual(['blue three', 'blue two']);
      expect(await texts('blue', { to: world.at })).toEqual(['blue one']);
      expect(await texts('blue', { status: 'closed' })).toEqual([]);
      await world.close(id, 'visitor', null);
      expect(await texts('blue', { status: 'closed' })).toHaveLength(3);
      const [first] = await find('blue', { limit: 1 });
      expect(first?.text).toBe('blue three');
      expect(await texts('blue', { before: first?.no ?? 0 })).toEqual(['blue two', 'blue one']);
      expect((await find('blue')).every((one) => one.visitorLabel !== '' && one.conversationId === id)).toBe(true);
      expect(visitorId).not.toBe('');
    });
  });
}
