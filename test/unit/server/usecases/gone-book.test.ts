import { expect, test } from 'vitest';
import { GONE_NOTED_AFTER_MS, GONE_REMEMBERED_MAX, SWEEP_ROWS_MAX } from '../../../../protocol/wire/limits.ts';
import type { Gone } from '../../../../server/store/fact-store.ts';
import { noteGone, noteSeen, rereadGone, settleGone, writeGone } from '../../../../server/usecases/gone-book.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

/** A store that writes down what it is told; every conversation is open. */
function book(before: { visitorId: string; conversationId: string }[] = []) {
  const written: Gone[] = [];
  const back: string[] = [];
  const clock = new ManualClock();
  const context = {
    clock,
    store: {
      noteGone: async (gone: Gone[]) => {
        written.push(...gone);
        return gone.map(({ conversationId }) => conversationId);
      },
      noteBack: async (ids: string[]) => {
        back.push(...ids);
      },
      listGone: async () => before,
    },
  };
  const goes = (n: number, reason = 'transport close') =>
    noteGone(context, `v${n}`, { conversationId: `c${n}`, reason });
  return { context, clock, written, back, goes };
}

test('M7 who is away for GONE_NOTED_AFTER_MS is gone since she went; a moment earlier nothing is written', async () => {
  const { context, clock, written, goes } = book();
  const at = clock.now();
  goes(1);
  await clock.advance(GONE_NOTED_AFTER_MS - 1);
  await writeGone(context);
  expect(written).toEqual([]);
  await clock.advance(1);
  await writeGone(context);
  await writeGone(context);
  expect(written).toEqual([{ conversationId: 'c1', how: 'lost', at }]);
});

test('M7 who is seen again before that costs no write, and whoever goes again is counted from then', async () => {
  const { context, clock, written, back, goes } = book();
  goes(1);
  await clock.advance(GONE_NOTED_AFTER_MS - 1);
  noteSeen(context, 'v1');
  goes(1, 'client namespace disconnect');
  const at = clock.now();
  await clock.advance(GONE_NOTED_AFTER_MS - 1);
  await writeGone(context);
  expect([written, back]).toEqual([[], []]);
  await clock.advance(1);
  await writeGone(context);
  expect(written).toEqual([{ conversationId: 'c1', how: 'left', at }]);
});

test('M7 of more than GONE_REMEMBERED_MAX who went at once, so many are known and the rest is let go', async () => {
  const { context, goes } = book();
  for (let n = 1; n <= GONE_REMEMBERED_MAX + 1; n += 1) goes(n);
  expect(await settleGone(context, `v${GONE_REMEMBERED_MAX}`)).toBe(true);
  expect(await settleGone(context, `v${GONE_REMEMBERED_MAX + 1}`)).toBe(false);
});

test('M7 of those who are written down GONE_REMEMBERED_MAX are remembered, and the longest gone is forgotten first', async () => {
  const known = Array.from({ length: GONE_REMEMBERED_MAX }, (_, n) => ({
    visitorId: `v${n}`,
    conversationId: `c${n}`,
  }));
  const { context, clock, back, goes } = book(known);
  await rereadGone(context);
  expect(await settleGone(context, 'v0')).toBe(true);
  goes(GONE_REMEMBERED_MAX);
  await clock.advance(GONE_NOTED_AFTER_MS);
  await writeGone(context);
  for (const n of [0, 1, GONE_REMEMBERED_MAX]) noteSeen(context, `v${n}`);
  await writeGone(context);
  expect(back).toEqual(['c1', `c${GONE_REMEMBERED_MAX}`]);
});

test('M7 SWEEP_ROWS_MAX are written at a time, the longest gone first, and the rest next time', async () => {
  const { context, clock, written, goes } = book();
  for (let n = 0; n <= SWEEP_ROWS_MAX; n += 1) goes(n);
  await clock.advance(GONE_NOTED_AFTER_MS);
  await writeGone(context);
  expect([written.length, written[0]?.conversationId]).toEqual([SWEEP_ROWS_MAX, 'c0']);
  await writeGone(context);
  expect(written.slice(SWEEP_ROWS_MAX).map(({ conversationId }) => conversationId)).toEqual([`c${SWEEP_ROWS_MAX}`]);
});
