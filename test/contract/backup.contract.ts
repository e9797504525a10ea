import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SQLITE_FILE } from '../../server/store/open-store.ts';
import { figuresOf } from '../support/figures-of.ts';
import { type MakePlace, makePlace, type StorePlace } from '../support/open-test-store.ts';
import { FAR, World } from './world.ts';

export function describeBackups(name: string, make: MakePlace): void {
  let place: StorePlace;
  let restored: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    restored = makePlace();
    world = await World.start(await place.open());
  });
  afterEach(async () => {
    await place.remove();
    await restored.remove();
  });

  describe(`${name}: backups`, () => {
    test('S15 a backup starts as a whole installation, under a fresh epoch that stays', async () => {
      const { id, agentId } = await world.active();
      await world.say(id, world.message('agent', agentId, 'Hi'));
      const closed = await world.queued();
      await world.close(closed.id);
      await world.store.rateEpisode({ conversationId: closed.id, episode: 1, score: 3, comment: 'So', at: world.at });
      const want = await everything(world);
      await world.store.backup(join(restored.folder, SQLITE_FILE));

      const copy = await restored.open({ makeEpoch: () => 'fresh' });
      expect(await copy.readEpoch()).toBe('fresh');
      expect(await everything(new World(copy))).toEqual(want);
      // The copy lives: it counts on from where it was.
      const next = new World(copy);
      next.at = world.at;
      await next.say(id, world.message('agent', agentId, 'Later'));
      expect((await next.entries(id)).at(-1)).toMatchObject({ seq: 5, body: 'Later' });
      await copy.close();
      expect(await (await restored.open({ makeEpoch: () => 'fresher' })).readEpoch()).toBe('fresh');
      expect(await world.store.readEpoch()).toBe('epoch-1');
    });

    test('S15 a backup of a database that is written to is of one moment', async () => {
      const { id, visitorId } = await world.queued();
      let writing = true;
      const writer = (async () => {
        for (let n = 0; writing; n += 1) await world.say(id, world.message('visitor', visitorId, `${n}`));
      })();
      try {
        await world.store.backup(join(restored.folder, SQLITE_FILE));
      } finally {
        writing = false;
        await writer;
      }
      const copy = new World(await restored.open());
      const { head } = await copy.read(id);
      expect((await copy.entries(id)).map((entry) => entry.seq)).toEqual(Array.from({ length: head }, (_, n) => n + 1));
      expect(await copy.store.readChange()).toBe((await copy.line(id)).change);
    });

    test('S15 a file that exists is never written over, and a failure leaves nothing behind', async () => {
      const file = join(restored.folder, 'taken.db');
      writeFileSync(file, 'mine');
      await expect(world.store.backup(file)).rejects.toThrow(/exists already/);
      await expect(world.store.backup(join(restored.folder, 'no', 'such', 'folder.db'))).rejects.toThrow();
      expect(readdirSync(restored.folder)).toEqual(['taken.db']);
      expect(existsSync(file)).toBe(true);
    });
  });
}

async function everything(world: World) {
  const { store } = world;
  const inbox = await store.listInbox({ openLimit: 100, closedLimit: 100 });
  const pages = await Promise.all(inbox.conversations.map((line) => world.entries(line.id)));
  const report = await figuresOf(store, FAR, { from: 0, to: FAR });
  return { inbox, pages, report, sites: await store.listSites(), agents: await store.listAgents() };
}
