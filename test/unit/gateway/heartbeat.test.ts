import { expect, test } from 'vitest';
import { HEADS_INTERVAL_MS } from '../../../protocol/wire/limits.ts';
import { startHeartbeat } from '../../../server/gateway/heartbeat.ts';
import type { Context } from '../../../server/usecases/context.ts';
import { ManualClock } from '../../support/manual-clock.ts';

function beatFor(count: number) {
  const clock = new ManualClock();
  const asked: string[][] = [];
  const told = new Map<string, { at: number; heads: Record<string, number> }[]>();
  let fails = false;
  const failures: unknown[] = [];
  const store = {
    readEpoch: async () => 'epoch-1',
    readChange: async () => 42,
    readHeads: async (ids: string[]) => {
      if (fails) throw new Error('locked');
      asked.push(ids);
      return Object.fromEntries(ids.map((id) => [id, id.length]));
    },
  };
  const keys = Array.from({ length: count }, (_, index) => `k${index}`);
  const stop = startHeartbeat({
    context: { store } as unknown as Context,
    clock,
    report: (event) => failures.push(event),
    listeners: () => keys,
    find: (key) => ({
      conversationIds: [`c-${key}`],
      tell: ({ epoch, change }, heads) => {
        expect([epoch, change]).toEqual(['epoch-1', 42]);
        told.set(key, [...(told.get(key) ?? []), { at: clock.now(), heads }]);
      },
    }),
  });
  return { clock, asked, told, stop, failures, fail: (value: boolean) => (fails = value) };
}

test('P14: everybody hears the heads of their own conversations once in each interval', async () => {
  const { clock, told } = beatFor(7);
  await clock.advance(3 * HEADS_INTERVAL_MS);
  expect(told.size).toBe(7);
  for (const [key, times] of told) {
    expect(times.length).toBe(3);
    expect(times[0]?.heads).toEqual({ [`c-${key}`]: `c-${key}`.length });
    for (const [index, { at }] of times.entries()) {
      if (index > 0) expect(at - (times[index - 1]?.at ?? 0)).toBeLessThanOrEqual(HEADS_INTERVAL_MS);
    }
  }
});

test('S6: questions are bounded and spread over the interval, however many listen', async () => {
  const { clock, asked, told } = beatFor(30_000);
  await clock.advance(HEADS_INTERVAL_MS);
  expect(told.size).toBe(30_000);
  expect(Math.max(...asked.map((ids) => ids.length))).toBeLessThanOrEqual(500);
  expect(new Set([...told.values()].map(([first]) => first?.at)).size).toBeGreaterThan(30);
});

test('a store that is away costs a round, not the heartbeat', async () => {
  const { clock, told, failures, fail, stop } = beatFor(3);
  fail(true);
  await clock.advance(HEADS_INTERVAL_MS);
  expect(failures.length).toBeGreaterThan(0);
  expect(told.size).toBe(0);
  fail(false);
  await clock.advance(HEADS_INTERVAL_MS);
  expect(told.size).toBe(3);
  stop();
  expect(clock.waiting).toBe(0);
});
