import { expect, it, vi } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { RESEND_DELAY_MS_MAX } from '../../../protocol/wire/limits.ts';
import { search } from '../../../widget/model/search.ts';
import { sendWorked } from '../../../widget/model/send-worked.ts';
import { settle } from '../../support/manual-clock.ts';
import { opened } from './visit.ts';

/** J18: the widget works a little where the relay asks for it, and nobody has to see it. */

const asked = { of: 'of-this-message', bits: 16 };
const unworked = refusal('work_required', { work: asked });
const stored = success({ conversationId: 'conversation-1', seq: 1, at: 10_000 });

it('J18 the first message is pending while the browser works, and goes out once with what it found', async () => {
  let found: (work: number) => void = () => {};
  const work = vi.fn(() => new Promise<number>((resolve) => (found = resolve)));
  const here = opened({ work });
  here.relay.script('conversation:open', (open) => (open.work === undefined ? unworked : stored));
  here.say('Hello');
  await settle();
  expect(here.lines()).toEqual(['Hello|pending']);
  found(41);
  await settle();
  expect(work.mock.calls).toEqual([[asked]]);
  const sent = here.relay.payloads('conversation:open');
  expect(sent).toMatchObject([{ body: 'Hello' }, { body: 'Hello', work: 41 }]);
  expect(sent[1]?.clientId).toBe(sent[0]?.clientId);
  expect(here.chat.outgoing.value).toEqual([]);
});

it('J18 where the part that works cannot be fetched the message waits, and tries again by itself', async () => {
  const work = vi.fn(() => (work.mock.calls.length === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(42)));
  const here = opened({ work });
  here.relay.script('conversation:open', (open) => (open.work === undefined ? unworked : stored));
  here.say('Hello');
  await settle();
  expect(here.lines()).toEqual(['Hello|pending']);
  await here.clock.advance(RESEND_DELAY_MS_MAX);
  await settle();
  expect(here.relay.payloads('conversation:open').at(-1)).toMatchObject({ body: 'Hello', work: 42 });
  expect(here.chat.outgoing.value).toEqual([]);
});

it('J18 a file that begins a conversation carries it in each of its parts, and the next file works for itself', async () => {
  const sent: unknown[] = [];
  let numbers = 0;
  const send = sendWorked(
    async (part) => {
      sent.push([part.clientId, part.offset, part.work]);
      return part.work === undefined ? unworked : success({ received: part.offset + 1 });
    },
    async () => ++numbers,
  );
  const part = { name: 'boots.png', bytes: 2 };
  await send({ ...part, clientId: 'a', offset: 0 }, new Uint8Array(1));
  await send({ ...part, clientId: 'a', offset: 1 }, new Uint8Array(1));
  await send({ ...part, clientId: 'b', offset: 0 }, new Uint8Array(1));
  expect(sent).toEqual([
    ['a', 0, undefined],
    ['a', 0, 1],
    ['a', 1, 1],
    ['b', 0, undefined],
    ['b', 0, 2],
  ]);
  const failing = sendWorked(
    async () => unworked,
    () => Promise.reject(new Error('offline')),
  );
  expect(await failing({ ...part, clientId: 'c', offset: 0 }, new Uint8Array(1))).toMatchObject({
    error: 'unavailable',
  });
});

it('J18 the page has its turn again and again while the browser works', async () => {
  let at = 0;
  let turns = 0;
  const hash = (text: string) => {
    at += 1;
    return Uint8Array.of(text.endsWith(':1000') ? 0 : 255, 255);
  };
  const nextTurn = async () => {
    turns += 1;
  };
  expect(await search({ of: 'x', bits: 8 }, { hash, now: () => at, nextTurn })).toBe(1_000);
  // Each of these tries takes a millisecond here: the clock is looked at after 64.
  expect(turns).toBe(15);
});
