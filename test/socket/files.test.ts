import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as limits from '../../protocol/wire/limits.ts';
import { bytesOf, chunk, gif, jpeg, png, SECRET, webp } from '../support/pictures.ts';
import { cardOf, clientId, keptNames, loadFile, newVisitor, type Sender, sendPart, sendWhole } from './send-file.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;

beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

const namesIn = (folder: string) => keptNames(relay, folder);
const stored = () => namesIn('kept').filter((name) => name.length > 60);
const whole = (length: number) => bytesOf('%PDF-', new Uint8Array(length - 5));
const isKind = (kind: string) => (fact: Record<string, unknown>) => (fact.entry as { kind: string }).kind === kind;
const aNew = () => newVisitor(relay);

describe('F1 a file becomes a message', () => {
  test('it opens a conversation, and its sender hears of it as of any message', async () => {
    const sender = await newVisitor(relay);
    const client = await relay.visitor({ token: sender.token });
    const sent = await sendWhole(relay, sender, png(), { name: 'My boots.png' });
    const card = await cardOf(relay, sent);
    expect(card).toMatchObject({ name: 'My boots.png', kind: 'image', type: 'image/png', width: 20, height: 10 });
    const told = await client.fact('entry:added', isKind('message'));
    expect(told.entry).toMatchObject({ body: 'My boots.png', author: 'visitor', file: card });
    await client.end();
  });

  test('in parts, cut in the middle, it goes on where it was; a repeat of all of it stores nothing new', async () => {
    const sender = await aNew();
    const content = whole(limits.FILE_PART_BYTES_MAX + 100);
    const what = { clientId: clientId(), name: 'a.pdf', bytes: content.length };
    const first = content.subarray(0, limits.FILE_PART_BYTES_MAX);
    expect((await sendPart(relay, sender, { ...what, offset: 0 }, first)).answer).toMatchObject({
      value: { received: first.length },
    });
    // The answer was lost: asked from the start again, the relay says where it stands.
    const again = await sendPart(relay, sender, { ...what, offset: 0 }, first);
    expect(again.answer).toEqual({ ok: true, value: { received: first.length } });
    const done = await sendPart(relay, sender, { ...what, offset: first.length }, content.subarray(first.length));
    const before = stored().length;
    const repeat = await sendWhole(relay, sender, content, what);
    const lost = await sendPart(relay, sender, { ...what, offset: first.length }, content.subarray(first.length));
    expect([repeat, lost.answer]).toEqual([done.answer, done.answer]);
    expect(stored().length).toBe(before);
  });

  test('the same clientId with other bytes is a conflict; more than was announced is refused', async () => {
    const sender = await aNew();
    const what = { clientId: clientId() };
    await sendWhole(relay, sender, png(), what);
    expect(await sendWhole(relay, sender, png({ width: 21 }), what)).toMatchObject({ error: 'cid_conflict' });
    const wrong = await sendPart(relay, sender, { clientId: clientId(), name: 'x', bytes: 3, offset: 0 }, png());
    expect(wrong).toMatchObject({ status: 400, answer: { error: 'invalid_payload', field: 'bytes' } });
  });

  test('cancelled it leaves nothing', async () => {
    const sender = await aNew();
    const before = namesIn('parts').length;
    const what = { clientId: clientId(), name: 'x.pdf', bytes: 1_000, offset: 0 };
    await sendPart(relay, sender, what, whole(500));
    expect(namesIn('parts').length).toBe(before + 1);
    await relay.ask('POST', '/api/v1/visitor/files/cancel', { clientId: what.clientId }, sender.headers);
    expect(namesIn('parts').length).toBe(before);
  });

  test('an agent sends one into the conversation she serves, and in no other', async () => {
    await relay.addAgent('ana@shop.example');
    const agent: Sender = { path: '/api/v1/agent', headers: { Cookie: await relay.signIn('ana@shop.example') } };
    const desk = await relay.agent(agent.headers.Cookie ?? '');
    const sender = await aNew();
    const client = await relay.visitor({ token: (sender as { token?: string }).token });
    const opened = await cardOf(relay, await sendWhole(relay, sender, png()));
    const { conversationId } = await client.fact('entry:added', isKind('assigned'));
    const sent = await sendWhole(relay, agent, jpeg(), { conversationId, name: 'answer.jpg' });
    const card = await cardOf(relay, sent);
    expect((await loadFile(relay, sender, card.id)).status).toBe(200);
    expect((await loadFile(relay, agent, opened.id)).status).toBe(200);
    expect((await fetch(`${relay.origin}/api/v1/agent/files/${opened.id}`, { headers: agent.headers })).status).toBe(
      200,
    );
    expect(await sendWhole(relay, agent, jpeg())).toMatchObject({ error: 'invalid_payload', field: 'conversationId' });
    expect(await sendWhole(relay, agent, jpeg(), { conversationId: 'x' })).toMatchObject({ error: 'not_found' });
    await client.end();
    await desk.end();
  });
});

describe('F2–F4, P24 whatever is sent', () => {
  const CORPUS: [string, Uint8Array, string][] = [
    ['page.html', bytesOf('<!doctype html><script>alert(1)</script>'), 'text/plain; charset=utf-8'],
    [
      'drawing.svg',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'text/plain; charset=utf-8',
    ],
    ['x.xml', bytesOf('<?xml version="1.0"?><x/>'), 'text/plain; charset=utf-8'],
    ['a.pdf', bytesOf('%PDF-1.7 <</JS(alert(1))>>'), 'application/pdf'],
    ['both.pdf', bytesOf('%PDF-1.7\n<script>alert(1)</script>'), 'application/pdf'],
    ['gifar.gif', gif('PK\x03\x04 a whole archive'), 'image/gif'],
    ['photo.jpg', jpeg({ tail: '<script>alert(1)</script>' }), 'image/jpeg'],
    ['photo.png', png({ tail: 'PK\x03\x04' }), 'image/png'],
    ['photo.webp', webp('GIF89a'), 'image/webp'],
    ['wrong.png', bytesOf('just a text'), 'text/plain; charset=utf-8'],
    ['wrong.txt', png(), 'image/png'],
    ['bomb.gz', gzipSync(Buffer.alloc(3_000_000)), 'application/octet-stream'],
    ['bomb.png', png({ more: [chunk('iCCP', gzipSync(Buffer.alloc(1_000_000)))] }), 'image/png'],
    ['../../escape.png', png(), 'image/png'],
    ['a\u0000.php.png', png(), 'image/png'],
    ['\u202egnp.exe', png(), 'image/png'],
    ['x'.repeat(900), png(), 'image/png'],
  ];

  test.each(CORPUS)('%s', async (name, content, type) => {
    const card = await cardOf(relay, await sendWhole(relay, await aNew(), content, { name }));
    expect(card.type).toBe(type);
    expect(card.name).not.toMatch(/[/\\\p{Cc}\p{Cf}<>"]/u);
    expect(card.name.length).toBeLessThanOrEqual(limits.FILE_NAME_CHARS_MAX);
    expect(card.id).toMatch(/^[\w-]{43}$/);
  });

  test('F6 served with the headers that keep it from running, whatever it is', async () => {
    for (const [name, content, type] of CORPUS) {
      const sender = await aNew();
      const card = await cardOf(relay, await sendWhole(relay, sender, content, { name }));
      const { headers, status } = await loadFile(relay, sender, card.id);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe(type);
      const how = type.startsWith('image/') ? 'inline' : 'attachment';
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`^${how}; filename="[^"\\r\\n]+"; filename\\*=UTF-8''`),
      );
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
  });

  test('F3 no metadata is stored, served or left on the disk', async () => {
    for (const content of [jpeg({ turn: 6 }), png(), webp(), gif()]) {
      const sender = await aNew();
      const card = await cardOf(relay, await sendWhole(relay, sender, content));
      const served = Buffer.from(await (await loadFile(relay, sender, card.id)).arrayBuffer());
      expect(served.length).toBe(card.bytes);
      expect(served.includes('SECRET')).toBe(false);
    }
    for (const name of stored())
      expect(readFileSync(join(relay.folder, 'files', 'kept', name)).includes(SECRET)).toBe(false);
  });

  test('refused with what to do: empty, damaged, of a form that we cannot clean, a program', async () => {
    const sender = await aNew();
    const heic = bytesOf([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic');
    for (const content of [png().subarray(0, 50), heic, bytesOf('MZ\x90\0'), bytesOf('\x7fELF\x01\0')])
      expect(await sendWhole(relay, sender, content)).toMatchObject({
        error: 'file_refused',
        hint: expect.any(String),
      });
    const empty = await sendPart(relay, sender, { clientId: clientId(), name: 'x', bytes: 0, offset: 0 }, bytesOf(''));
    expect(empty).toMatchObject({ status: 415, answer: { error: 'file_refused' } });
  });

  test('a picture too large to draw is kept, as a download', async () => {
    const sender = await aNew();
    const [large, drawable] = [
      png({ width: 30_000, height: 30_000, pixels: false }),
      png({ width: 16_384, height: 1 }),
    ];
    const card = await cardOf(relay, await sendWhole(relay, sender, large));
    expect(card).not.toHaveProperty('width');
    const { headers } = await loadFile(relay, sender, card.id);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await cardOf(relay, await sendWhole(relay, sender, drawable))).toMatchObject({
      width: limits.IMAGE_SIDE_PX_MAX,
    });
  });

  test('names on the disk are hashes that say nothing, readable by this account only', () => {
    expect(stored().length).toBeGreaterThan(20);
    for (const name of stored()) {
      expect(name).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}$/);
      expect(statSync(join(relay.folder, 'files', 'kept', name)).mode & 0o077).toBe(0);
    }
  });
});

describe('F5 whose file it is', () => {
  test('nobody else’s: another visitor, another site, nobody, a wrong id: the same answer', async () => {
    const owner = await aNew();
    const card = await cardOf(relay, await sendWhole(relay, owner, png()));
    const key = await aSite('Other');
    const strangers = [await aNew(), await newVisitor(relay, key)];
    const bodies = new Set<string>();
    for (const stranger of strangers) {
      const refused = await loadFile(relay, stranger, card.id);
      expect(refused.status).toBe(404);
      bodies.add(await refused.text());
    }
    bodies.add(await (await loadFile(relay, owner, 'no-such-file')).text());
    expect(bodies.size).toBe(1);
    const nobody = { path: '/api/v1/visitor', headers: { 'X-Deskbell-Site': 'demo' } } as const;
    expect((await loadFile(relay, nobody, card.id)).status).toBe(401);
    expect((await loadFile(relay, { path: '/api/v1/agent', headers: {} }, card.id)).status).toBe(401);
    const foreign = { ...owner, headers: { ...owner.headers, Origin: 'https://evil.example' } };
    expect((await loadFile(relay, foreign, card.id)).status).toBe(403);
  });

  test('into a foreign conversation nobody sends, and without a name nobody is listened to', async () => {
    const owner = await aNew();
    const sent = await sendWhole(relay, owner, png());
    const conversationId = sent.ok && sent.value.stored?.conversationId;
    expect(await sendWhole(relay, await aNew(), png(), { conversationId })).toMatchObject({ error: 'not_found' });
    const nobody: Sender = { path: '/api/v1/visitor', headers: { 'X-Deskbell-Site': 'demo' } };
    expect(await sendWhole(relay, nobody, png())).toMatchObject({ error: 'unauthorized' });
    expect(await sendWhole(relay, { path: '/api/v1/agent', headers: {} }, png())).toMatchObject({
      error: 'unauthorized',
    });
  });
});

/** The relay looks for new sites once a second. */
async function aSite(name: string): Promise<string> {
  const site = await relay.addSite(name, [relay.origin]);
  const hello = { version: 2, site };
  await expect.poll(async () => (await relay.ask('POST', '/api/v1/visitor/session', hello)).status).toBe(200);
  return site;
}
