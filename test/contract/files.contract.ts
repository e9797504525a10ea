import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewFile } from '../../server/store/file-store.ts';
import type { Appended } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, SITE, World } from './world.ts';

const ROOMY = { conversationFilesMax: 100, conversationBytesMax: 1_000_000, totalBytesMax: 1_000_000 };

export function describeFiles(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  function file(more: Partial<NewFile> = {}): NewFile {
    const id = world.next('file');
    const card = {
      id,
      name: 'boots.png',
      kind: 'image',
      type: 'image/png',
      bytes: 100,
      width: 20,
      height: 10,
    } as const;
    return { ...card, hash: 'h1', vaultName: `vault of ${id}`, visitorId: '', siteId: SITE.id, quotas: ROOMY, ...more };
  }

  const send = (id: string, visitorId: string, sent: NewFile, clientId?: string) =>
    world.store.appendMessage({
      conversationId: id,
      expectVersion: 1,
      message: { ...world.message('visitor', visitorId, sent.name, clientId), file: { ...sent, visitorId } },
    });

  describe(`${name}: files`, () => {
    test('F1 a message carries its file, to whoever reads it, and the file knows its conversation', async () => {
      const { store } = world;
      const { id, visitorId } = await world.queued();
      const sent = file();
      const appended = (await send(id, visitorId, sent)) as Appended;
      const card = {
        id: sent.id,
        name: 'boots.png',
        kind: 'image',
        type: 'image/png',
        bytes: 100,
        width: 20,
        height: 10,
      };
      expect(appended.entries[0]).toMatchObject({ kind: 'message', body: 'boots.png', file: card });
      const page = await store.readPage({ conversationId: id, afterSeq: 2, limit: 10 });
      expect(page?.entries).toEqual(appended.entries);
      expect(await store.findFile(sent.id)).toEqual({
        ...card,
        ...{ vaultName: sent.vaultName, visitorId, conversationId: id },
      });
      expect(await store.findFile('unknown')).toBeUndefined();
    });

    test('F1 an agent’s file belongs to the visitor’s conversation; plain messages carry none', async () => {
      const { store } = world;
      const { id, visitorId, agentId } = await world.active();
      const sent = file();
      const version = (await store.findConversation(id))?.version ?? 0;
      const message = { ...world.message('agent', agentId, sent.name), file: sent };
      await store.appendMessage({ conversationId: id, expectVersion: version, message });
      await world.store.appendMessage({
        conversationId: id,
        expectVersion: version,
        message: world.message('visitor', visitorId),
      });
      expect((await store.findFile(sent.id))?.visitorId).toBe(visitorId);
      const entries = (await store.readPage({ conversationId: id, afterSeq: 3, limit: 10 }))?.entries ?? [];
      expect(entries.map((entry) => entry.kind === 'message' && entry.file?.id)).toEqual([sent.id, undefined]);
    });

    test('F1 it opens a conversation', async () => {
      const { store } = world;
      const visitorId = await world.visitor();
      const opening = world.opening(visitorId);
      const first = file({ visitorId });
      const opened = await store.openConversation({ ...opening, message: { ...opening.message, file: first } });
      expect(opened).toMatchObject({ result: 'appended' });
      expect(await store.findFile(first.id)).toMatchObject({ conversationId: opening.conversationId });
    });

    test('C3 a repeat is known, with what it held, and keeps no second file', async () => {
      const { store } = world;
      const { id, visitorId } = await world.queued();
      const appended = (await send(id, visitorId, file(), 'cid-of-a-file-0001')) as Appended;
      const again = file();
      expect(await send(id, visitorId, again, 'cid-of-a-file-0001')).toMatchObject({ result: 'duplicate' });
      expect(await store.findFile(again.id)).toBeUndefined();
      const { seq, at } = appended;
      const asked = { authorId: visitorId, clientId: 'cid-of-a-file-0001' };
      expect(await store.findSentFile(asked)).toEqual({ conversationId: id, seq, at, hash: 'h1' });
      expect(await store.findSentFile({ ...asked, authorId: 'somebody' })).toBeUndefined();
    });

    test('F7 quotas are exact, and where there is no room nothing at all is stored', async () => {
      const { store } = world;
      const { id, visitorId } = await world.queued();
      const tight = { ...ROOMY, conversationFilesMax: 2 };
      for (let sent = 0; sent < 2; sent += 1) await send(id, visitorId, file({ quotas: tight }));
      const refused = file({ quotas: tight });
      await expect(send(id, visitorId, refused)).rejects.toMatchObject({ name: 'FileQuotaReached' });
      expect(await store.findFile(refused.id)).toBeUndefined();
      expect((await store.findConversation(id))?.head).toBe(4);
      const byBytes = (conversationBytesMax: number) => file({ quotas: { ...ROOMY, conversationBytesMax } });
      await expect(send(id, visitorId, byBytes(299))).rejects.toMatchObject({ name: 'FileQuotaReached' });
      await send(id, visitorId, byBytes(300));
      expect(await store.readFileUse({ visitorId, since: 0 })).toEqual({ bytes: 300 });
      expect(await store.readFileUse({ visitorId, since: world.at })).toEqual({ bytes: 0 });
    });

    test('F7 many at once never take more than the installation has', async () => {
      const quotas = { ...ROOMY, totalBytesMax: 1_000 };
      const talks = await Promise.all(Array.from({ length: ROUNDS }, () => world.queued()));
      const sent = await Promise.allSettled(talks.map(({ id, visitorId }) => send(id, visitorId, file({ quotas }))));
      expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    });

    test('F8 old ones are found by site, and what they took is free again', async () => {
      const { store } = world;
      const { id, visitorId } = await world.queued();
      const quotas = { ...ROOMY, totalBytesMax: 200 };
      const old = file({ quotas });
      await send(id, visitorId, old);
      world.pass(1_000);
      const young = file({ quotas });
      await send(id, visitorId, young);
      await expect(send(id, visitorId, file({ quotas }))).rejects.toMatchObject({ name: 'FileQuotaReached' });
      const listed = await store.listOldFiles({ siteId: SITE.id, before: world.at, limit: 10 });
      expect(listed).toEqual([{ id: old.id, vaultName: old.vaultName }]);
      expect(await store.listOldFiles({ siteId: 'other', before: world.at, limit: 10 })).toEqual([]);
      await store.removeFiles([old.id]);
      expect(await store.findFile(old.id)).toBeUndefined();
      expect(await store.findFile(young.id)).toBeDefined();
      expect(await store.listKnownVaultNames([old.vaultName, young.vaultName])).toEqual([young.vaultName]);
      await send(id, visitorId, file({ quotas }));
    });
  });
}
