import { createHash } from 'node:crypto';
import { expect, it, test } from 'vitest';
import { WORK_BITS } from '../../../protocol/wire/people-limits.ts';
import { isDone, workFor } from '../../../server/domain/work.ts';
import { search } from '../../../widget/model/search.ts';

/** J18: what a browser works at before a conversation, and what is taken for done. */

const sha256 = (text: string) => createHash('sha256').update(text);
const hash = (text: string) => sha256(text).digest('hex');

it('J18 is of one visitor and one message, and of nothing else', () => {
  const work = workFor(hash, 'visitor-a', 'message-a');
  expect(work).toEqual(workFor(hash, 'visitor-a', 'message-a'));
  expect(work).toMatchObject({ of: expect.stringMatching(/^[0-9a-f]{32}$/), bits: WORK_BITS });
  expect(workFor(hash, 'visitor-b', 'message-a').of).not.toBe(work.of);
  expect(workFor(hash, 'visitor-a', 'message-b').of).not.toBe(work.of);
});

test.each([
  ['0000ffff', 16, true],
  ['00010000', 16, false],
  ['00007fff', 17, true],
  ['0000ffff', 17, false],
  ['00003fff', 18, true],
  ['00007fff', 18, false],
  ['00000000', 20, true],
])('J18 %s begins with %i zero bits: %s', (hex, bits, expected) => {
  expect(isDone(() => `${hex}${'f'.repeat(56)}`, { of: 'x', bits }, 1)).toBe(expected);
});

it('J18 nothing found is not done, and what a browser finds is', async () => {
  const work = workFor(hash, 'visitor-a', 'message-a');
  expect(isDone(hash, work, undefined)).toBe(false);
  const found = await search(work, { hash: (text) => sha256(text).digest(), now: () => 0, nextTurn: async () => {} });
  expect(isDone(hash, work, found)).toBe(true);
  expect(hash(`${work.of}:${found}`)).toMatch(/^0{4}/);
  // The first one: nobody works on.
  for (let less = 0; less < found; less += 997) expect(isDone(hash, work, less)).toBe(false);
  expect(isDone(hash, { ...work, of: `${work.of}x` }, found)).toBe(false);
});
