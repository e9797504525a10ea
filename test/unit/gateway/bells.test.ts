import { expect, test } from 'vitest';
import { INBOX_MOVED_EVERY_MS } from '../../../protocol/wire/limits.ts';
import { AvailabilityBell } from '../../../server/gateway/availability-bell.ts';
import { InboxBell } from '../../../server/gateway/inbox-bell.ts';
import type { Audience } from '../../../server/gateway/rooms.ts';
import { ManualClock } from '../../support/manual-clock.ts';

function listening() {
  const heard: [string, unknown][] = [];
  const audience: Audience = {
    tell: () => {},
    tellLightly: () => {},
    tellAll: (fact, payload) => heard.push([fact, payload]),
  };
  return { heard, audience };
}

test('P15: the list moved is told at once, then at most every INBOX_MOVED_EVERY_MS with the latest position', async () => {
  const clock = new ManualClock();
  const { heard, audience } = listening();
  const bell = new InboxBell(audience, clock);
  bell.moved(1);
  expect(heard).toEqual([['inbox:moved', { change: 1 }]]);
  for (let change = 2; change <= 500; change += 1) bell.moved(change);
  expect(heard).toHaveLength(1);
  await clock.advance(INBOX_MOVED_EVERY_MS);
  expect(heard.slice(1)).toEqual([['inbox:moved', { change: 500 }]]);
  await clock.advance(10 * INBOX_MOVED_EVERY_MS);
  expect(heard).toHaveLength(2);
  bell.moved(501);
  expect(heard).toHaveLength(3);
});

test('P15: a position that was told already, or comes late, is not told', async () => {
  const clock = new ManualClock();
  const { heard, audience } = listening();
  const bell = new InboxBell(audience, clock);
  bell.moved(9);
  await clock.advance(INBOX_MOVED_EVERY_MS);
  bell.moved(9);
  bell.moved(4);
  await clock.advance(INBOX_MOVED_EVERY_MS);
  expect(heard).toHaveLength(1);
});

test('visitors hear of availability only when it flipped', async () => {
  const { heard, audience } = listening();
  let available = false;
  const bell = new AvailabilityBell(
    audience,
    async () => available,
    () => {},
  );
  await bell.ring();
  await bell.ring();
  expect(heard).toEqual([]);
  available = true;
  await bell.ring();
  await bell.ring();
  expect(heard).toEqual([['availability:changed', { available: true }]]);
  available = false;
  await bell.ring();
  expect(heard.at(-1)).toEqual(['availability:changed', { available: false }]);
});

test('looks that are asked for while one runs become one more, which sees the latest', async () => {
  const { heard, audience } = listening();
  let reads = 0;
  let available = false;
  const bell = new AvailabilityBell(
    audience,
    async () => {
      reads += 1;
      const seen = available;
      await null;
      return seen;
    },
    () => {},
  );
  await bell.ring();
  const first = bell.ring();
  available = true;
  for (let time = 0; time < 20; time += 1) void bell.ring();
  await first;
  expect(reads).toBe(3);
  expect(heard).toEqual([['availability:changed', { available: true }]]);
});

test('a look that fails is reported and changes nothing', async () => {
  const { heard, audience } = listening();
  const errors: unknown[] = [];
  const bell = new AvailabilityBell(
    audience,
    () => Promise.reject(new Error('gone')),
    (error) => errors.push(error),
  );
  await bell.ring();
  await bell.ring();
  expect(errors).toHaveLength(2);
  expect(heard).toEqual([]);
});
