import { afterEach, describe, expect, test } from 'vitest';
import {
  COMMAND_MS_MAX,
  OVERLOAD_LOOP_MS_MAX,
  OVERLOAD_RETRY_MS_MIN,
  OVERLOAD_RETRY_SPREAD_MS,
} from '../../protocol/wire/limits.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import type { Store } from '../../server/store/store.ts';
import { startPace } from '../support/pace.ts';
import type { PlainClient } from '../support/plain-client.ts';
import { openRaw } from './raw-socket.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
afterEach(() => relay.remove());

const ready = async () => (await fetch(`${relay.origin}/readyz`)).status;
const typed = { ok: false, error: 'unavailable', retryAfterMs: expect.any(Number) };

/** Stores one message after the other, each of which takes so long. */
function slowStore(eachMs: number): (store: Store) => Store {
  let last = Promise.resolve();
  const turn = () => {
    last = last.then(() => new Promise((resolve) => systemClock.after(eachMs, resolve)));
    return last;
  };
  return (store) => ({ ...store, appendMessage: (input) => turn().then(() => store.appendMessage(input)) });
}

interface Writer {
  client: PlainClient;
  conversationId: string;
}

async function openWriter(number: number): Promise<Writer> {
  const client = await relay.visitor();
  await client.fact('session:ready');
  const opening = { clientId: `overload-opening-${number}`, body: 'Hello?' };
  const opened = await client.command('conversation:open', opening);
  return { client, conversationId: (opened.value as { conversationId: string }).conversationId };
}

interface Sent {
  writer: Writer;
  payload: { conversationId: string; clientId: string; body: string };
  answer: Record<string, unknown>;
  ms: number;
}

async function send(writer: Writer, payload: Sent['payload']): Promise<Sent> {
  const from = performance.now();
  const answer = await writer.client.command('message:send', payload);
  return { writer, payload, answer, ms: performance.now() - from };
}

/** Sends at a pace that asks nobody how it goes, as many visitors do. */
function floodFor(writers: Writer[], perSecond: number, ms: number): Promise<Sent[]> {
  const sent: Promise<Sent>[] = [];
  const from = performance.now();
  return new Promise((resolve) => {
    const tick = () => {
      const passed = Math.min(ms, performance.now() - from);
      while (sent.length < (passed * perSecond) / 1_000) {
        const writer = writers[sent.length % writers.length] as Writer;
        const clientId = `overload-${String(sent.length).padStart(8, '0')}`;
        sent.push(send(writer, { conversationId: writer.conversationId, clientId, body: 'Anybody?' }));
      }
      if (passed < ms) systemClock.after(5, tick);
      else resolve(Promise.all(sent));
    };
    tick();
  });
}

describe('O1–O3: a relay that is asked for more than it can', () => {
  test('four times the capacity: those let in are quick, the others are told when to come back, all are stored', async () => {
    relay = await startTestRelay({ wrapStore: slowStore(20) });
    const writers: Writer[] = [];
    for (let number = 0; number < 20; number += 1) writers.push(await openWriter(number));
    expect(await ready()).toBe(200);
    const pace = await startPace();
    const from = performance.now();
    const flood = floodFor(writers, 200, 5_000);
    const told = async () => (await fetch(`${relay.origin}/readyz`)).json();
    await expect.poll(told, { interval: 50 }).toEqual({ ok: false, why: 'overload' });
    const sent = await flood;
    const until = performance.now();
    const slowness = (until - from) / (await pace.even(from, until));
    pace.end();
    const accepted = sent.filter(({ answer }) => answer.ok);
    const refused = sent.filter(({ answer }) => !answer.ok);
    // Bounded for those who are let in, and no word but the typed one for the others.
    const longest = Math.max(...accepted.map(({ ms }) => ms));
    expect((longest - COMMAND_MS_MAX) / slowness).toBeLessThan(2_000);
    expect(accepted.length * slowness).toBeGreaterThan(100);
    expect(refused.length).toBeGreaterThan(300);
    for (const { answer } of refused) {
      expect(answer).toMatchObject(typed);
      expect(answer.retryAfterMs).toBeGreaterThanOrEqual(OVERLOAD_RETRY_MS_MIN);
      expect(answer.retryAfterMs).toBeLessThanOrEqual(OVERLOAD_RETRY_MS_MIN + OVERLOAD_RETRY_SPREAD_MS);
    }
    await expect.poll(ready, { interval: 50 }).toBe(200);
    expect(relay.count('overload_began')).toBe(relay.count('overload_ended'));
    // Nothing is lost: what was refused is stored when it is asked again, once.
    for (const { writer, payload } of refused.slice(0, 60)) expect((await send(writer, payload)).answer.ok).toBe(true);
    expect(relay.count('command_failed')).toBe(0);
    for (const { client } of writers) await client.end();
  });

  test('a late event loop: new visitors are refused in the handshake and over HTTP, who reads goes on, agents get in', async () => {
    let loopMs = 0;
    relay = await startTestRelay({ loopMs: () => loopMs });
    await relay.addAgent('ana@example.org');
    const cookie = await relay.signIn('ana@example.org');
    const writer = await openWriter(1);
    loopMs = 2 * OVERLOAD_LOOP_MS_MAX;
    await expect.poll(() => relay.count('overload_began')).toBe(1);
    const told: string[] = [];
    for (let tried = 0; tried < 40; tried += 1) {
      const raw = await openRaw(relay.origin);
      raw.socket.send('40/visitor,{"version":1,"site":"demo"}');
      told.push(await Promise.race([raw.frame('44/visitor,'), raw.frame('40/visitor,')]));
      raw.end();
    }
    const refused = told.filter((frame) => frame.startsWith('44'));
    expect(refused.length).toBeGreaterThan(10);
    for (const frame of refused)
      expect(JSON.parse(frame.slice('44/visitor,'.length))).toMatchObject({
        message: 'unavailable',
        data: { error: 'unavailable', retryAfterMs: expect.any(Number) },
      });
    const session = () => relay.ask('POST', '/api/v1/visitor/session', { version: 1, site: 'demo' });
    const asked = await Promise.all(Array.from({ length: 40 }, session));
    for (const { status, answer, headers } of asked.filter((one) => one.status !== 200)) {
      expect([status, answer.ok, Number(headers.get('retry-after')) >= 1]).toEqual([503, false, true]);
    }
    const { conversationId } = writer;
    const sync = await writer.client.command('conversation:sync', { conversationId, afterSeq: 0 });
    expect(sync.ok).toBe(true);
    const agent = await relay.agent(cookie);
    await agent.fact('session:ready');
    loopMs = 0;
    await expect.poll(ready).toBe(200);
    expect((await send(writer, { conversationId, clientId: 'overload-after-000', body: 'Now?' })).answer.ok).toBe(true);
    await agent.end();
    await writer.client.end();
  });
});
