import { beforeEach, expect, test } from 'vitest';
import type { PresenceOut } from '../../../../protocol/wire/people.ts';
import {
  INVITE_KEPT_MS,
  INVITES_MAX,
  PRESENCE_AGAIN_MS,
  PRESENCE_FORGOTTEN_MS,
  PRESENCE_GONE_MS,
  PRESENCE_HOLD_MS,
} from '../../../../protocol/wire/people-limits.ts';
import { PresenceBook } from '../../../../server/usecases/people/presence-book.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const by = { id: 'a1', name: 'Ana' };
let clock: ManualClock;
let book: PresenceBook;
let told: PresenceOut[];
beforeEach(() => {
  clock = new ManualClock();
  book = new PresenceBook(clock);
  told = [];
});

const ask = (key: string, more = {}) =>
  book.ask(
    { siteId: 's1', key, url: 'https://shop.example/', title: 'Shop', conversationId: null, ...more },
    (out) => void told.push(out),
  );
const invite = (id: string, key = 'k1') => book.invite(key, { id, by, text: 'Hello', at: clock.now() });

test('J10 a question is answered after a while with nothing, and whoever asks no more is gone', async () => {
  ask('k1');
  await clock.advance(PRESENCE_HOLD_MS);
  expect([told, book.list().length]).toEqual([[{}], 1]);
  await clock.advance(PRESENCE_AGAIN_MS);
  expect(book.list()).toEqual([]);
});

test('J10 an end of the connection is the end of the visit, unless another page of the tab asks', async () => {
  const end = ask('k1');
  end?.(true);
  await clock.advance(PRESENCE_GONE_MS - 1);
  const next = ask('k1', { url: 'https://shop.example/bowls' });
  await clock.advance(PRESENCE_GONE_MS);
  expect(book.list()).toMatchObject([{ key: 'k1', url: 'https://shop.example/bowls' }]);
  // The older connection of the tab ends later: that says nothing.
  end?.(true);
  await clock.advance(PRESENCE_GONE_MS);
  expect(book.list()).toHaveLength(1);
  next?.(true);
  await clock.advance(PRESENCE_GONE_MS);
  expect(book.list()).toEqual([]);
});

test('J10 nothing of her is left after a minute, and there is room for so many only', async () => {
  book = new PresenceBook(clock, 3);
  for (let n = 0; n < 3; n += 1) ask(`k${n}`);
  expect(ask('one more')).toBeUndefined();
  expect(ask('k1')).toBeDefined();
  await clock.advance(PRESENCE_HOLD_MS + PRESENCE_AGAIN_MS + PRESENCE_FORGOTTEN_MS + 1);
  expect(ask('one more')).toBeDefined();
  expect(book.size).toBe(1);
});

test('J10 invitations are capped, end with her no, and are known for a while to her site only', async () => {
  ask('k1');
  expect(invite('invite_1', 'nobody')).toBe('gone');
  for (let n = 1; n <= INVITES_MAX; n += 1) expect(invite(`invite_${n}`)).toBe('sent');
  expect(invite('invite_more')).toBe('too_many');
  expect([book.invitedBy('s1', 'invite_1')?.text, book.invitedBy('s2', 'invite_1')]).toEqual(['Hello', undefined]);
  ask('k2');
  invite('invite_b', 'k2');
  ask('k2', { invite: { id: 'invite_b', state: 'dismissed' } });
  expect(invite('invite_c', 'k2')).toBe('too_many');
  ask('k3', { conversationId: 'c1' });
  expect(invite('invite_d', 'k3')).toBe('talks');
  await clock.advance(INVITE_KEPT_MS + 1);
  ask('k4');
  expect(book.invitedBy('s1', 'invite_1')).toBeUndefined();
});
