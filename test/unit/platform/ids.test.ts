import { expect, test } from 'vitest';
import { ID_CHARS_MAX } from '../../../protocol/wire/limits.ts';
import { createIds, randomPassword, sortableId } from '../../../server/platform/ids.ts';
import { ManualClock } from '../../support/manual-clock.ts';

test('ids have 26 characters, sort by time, and carry 80 random bits', () => {
  const none = new Uint8Array(10);
  expect(sortableId(0, none)).toBe('0'.repeat(26));
  expect(sortableId(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe(`7${'Z'.repeat(25)}`);
  const times = [1, 31, 32, 1_000, 1_795_381_505_673, 1_795_381_505_674];
  const ids = times.map((time) => sortableId(time, none));
  expect([...ids].sort()).toEqual(ids);
  // Every random bit shows.
  const seen = new Set<string>();
  for (let bit = 0; bit < 80; bit += 1) {
    const random = new Uint8Array(10);
    random[bit >> 3] = 1 << (bit & 7);
    seen.add(sortableId(0, random));
  }
  expect(seen.size).toBe(80);
});

test('ten thousand ids of one millisecond differ', () => {
  const ids = createIds(new ManualClock());
  expect(new Set(Array.from({ length: 10_000 }, () => ids.conversation())).size).toBe(10_000);
});

test('7.2.3: secrets carry 256 random bits and a prefix, and fit the wire', () => {
  const ids = createIds(new ManualClock());
  const secret = ids.secret('vst');
  expect(secret).toMatch(/^vst_[A-Za-z0-9_-]{43}$/);
  expect(secret.length).toBeLessThanOrEqual(ID_CHARS_MAX);
  expect(ids.secret('vst')).not.toBe(secret);
  expect(ids.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a printed password can be typed and is never the same', () => {
  expect(randomPassword()).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
  expect(randomPassword()).not.toBe(randomPassword());
});
