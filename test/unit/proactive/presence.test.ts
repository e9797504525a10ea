import { beforeEach, expect, test } from 'vitest';
import type { PresenceOut } from '../../../protocol/wire/people.ts';
import { createPresence, type PresencePorts } from '../../../widget/proactive/presence.ts';
import { createTrail, type TrailPorts } from '../../../widget/proactive/trail.ts';

/** A page that tells who is there, and one that keeps the pages of a visit; the relay is answered by hand. */

const address = (path: string) => ({ origin: 'https://shop.example', path, search: '?token=secret', hash: '#x' });
let path: string;
let cart: number | null;
let currency: string;
let asked: { said: Record<string, unknown>; answer(out: PresenceOut | null): void }[];
let later: { ms: number; run(): void }[];
let invited: string[];
let stops: number;

beforeEach(() => {
  path = '/mugs';
  cart = null;
  currency = '';
  [asked, later, invited, stops] = [[], [], [], 0];
});

const ports = (): PresencePorts => ({
  ...{ site: 'demo', key: '0123456789abcdef', title: () => 'A "mug"', language: () => 'de', returning: () => true },
  address: () => address(path),
  cart: () => cart,
  currency: () => currency,
  ask: (body) => new Promise((answer) => asked.push({ said: JSON.parse(body), answer })),
  stop: () => {
    stops += 1;
  },
  after: (ms, run) => later.push({ ms, run }),
  invite: ({ id }) => invited.push(id),
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('J10 says the page without its query once, and anew only when something is other', async () => {
  const presence = createPresence(ports());
  presence.tick();
  presence.tick();
  expect(asked.map(({ said }) => said)).toEqual([
    {
      ...{ site: 'demo', key: '0123456789abcdef', url: 'https://shop.example/mugs', title: 'A "mug"' },
      ...{ language: 'de', returning: true, cart: null },
    },
  ]);
  cart = 12.5;
  currency = 'EUR';
  presence.tick();
  expect([stops, asked.length, asked[1]?.said.cart, asked[1]?.said.currency]).toEqual([1, 2, 12.5, 'EUR']);
});

test('J10 an answer is followed by the next question; failures wait longer and longer; off ends it', async () => {
  const presence = createPresence(ports());
  presence.tick();
  asked[0]?.answer({ invite: { id: 'invite_1', text: 'Hello' } });
  await settle();
  expect([invited, later.map(({ ms }) => ms)]).toEqual([['invite_1'], [200]]);
  for (const ms of [2_000, 10_000, 60_000, 60_000]) {
    later.at(-1)?.run();
    asked.at(-1)?.answer(null);
    await settle();
    expect(later.at(-1)?.ms).toBe(ms);
  }
  presence.report('invite_1', 'seen');
  expect(asked.at(-1)?.said.invite).toEqual({ id: 'invite_1', state: 'seen' });
  asked.at(-1)?.answer({ off: true });
  await settle();
  const before = asked.length;
  path = '/bowls';
  presence.tick();
  presence.report('invite_1', 'dismissed');
  expect(asked).toHaveLength(before);
});

test('J5 the pages of a visit: across pages of one tab, bounded, without secrets, told only to somebody who answers', () => {
  let kept = '';
  let talking = false;
  let now = 1_000;
  const sent: { pages: { url: string; title: string; at: number; ms: number }[] }[] = [];
  const of = (title: string): TrailPorts => ({
    ...{ now: () => now, address: () => address(path), title: () => title, isVisible: () => true },
    read: () => kept,
    write: (text) => {
      kept = text;
    },
    isTalking: () => talking,
    ...{ referrer: () => 'https://search.example/', zone: () => 'Asia/Tokyo' },
    send: (body) => sent.push(JSON.parse(body)),
  });
  createTrail(of('Mugs\n"best"')).pass(1_500);
  expect([sent, kept]).toEqual([[], '1000 1500 https://shop.example/mugs Mugs "best"']);
  path = '/bowls';
  now = 5_000;
  talking = true;
  const next = createTrail(of('Bowls'));
  next.pass(1_000);
  next.pass(1_000);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ zone: 'Asia/Tokyo', referrer: 'https://search.example/' });
  expect(sent[0]?.pages).toEqual([
    { url: 'https://shop.example/mugs', title: 'Mugs "best"', at: 1_000, ms: 1_500 },
    { url: 'https://shop.example/bowls', title: 'Bowls', at: 5_000, ms: 1_000 },
  ]);
  for (let page = 0; page < 40; page += 1) {
    path = `/page-${page}`;
    next.pass(1_000);
  }
  expect(sent.at(-1)?.pages).toHaveLength(30);
  expect(kept.split('\n')).toHaveLength(30);
});
