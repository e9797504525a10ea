// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import type { BoardSnapshot } from '../../../protocol/wire/board.ts';
import { BOARD_LOOK_MS, BOARD_TOLD_EVERY_MS } from '../../../protocol/wire/limits.ts';
import { BoardBell } from '../../../server/gateway/board-bell.ts';
import { ManualClock } from '../../support/manual-clock.ts';

let clock: ManualClock;
let told: number[];
let reads: number;
let watched: boolean;
let fails: boolean;
let errors: unknown[];
let bell: BoardBell;

beforeEach(() => {
  clock = new ManualClock();
  told = [];
  reads = 0;
  watched = true;
  fails = false;
  errors = [];
  const tell = () => void told.push(clock.now());
  bell = new BoardBell({
    agents: { tell, tellLightly: tell, tellAll: tell },
    clock,
    isWatched: () => watched,
    read: async () => {
      reads += 1;
      if (fails) throw new Error('away');
      return {} as BoardSnapshot;
    },
    onError: (error) => errors.push(error),
  });
});

test('T14 the first change is told at once, a thousand more as one picture each BOARD_TOLD_EVERY_MS', async () => {
  const from = clock.now();
  for (let change = 0; change < 1_000; change += 1) {
    bell.moved();
    await clock.advance(2);
  }
  await clock.advance(BOARD_TOLD_EVERY_MS);
  expect(told[0]).toBe(from);
  expect(reads).toBe(told.length);
  // Two seconds of changes without a pause: every half second, and the last of them is not lost.
  expect(told.length).toBeGreaterThanOrEqual(5);
  expect(told.length).toBeLessThanOrEqual(6);
  expect(told.at(-1)).toBeGreaterThanOrEqual(from + 2_000);
});

test('T14 what changes without a word is seen within BOARD_LOOK_MS', async () => {
  bell.moved();
  await clock.advance(BOARD_LOOK_MS * 3);
  expect(told).toHaveLength(4);
});

test('T14 while nobody looks nothing is read, and looking again starts it again', async () => {
  bell.moved();
  await clock.advance(1);
  watched = false;
  await clock.advance(BOARD_LOOK_MS * 10);
  for (let change = 0; change < 100; change += 1) bell.moved();
  await clock.advance(BOARD_LOOK_MS * 10);
  expect(reads).toBe(1);
  watched = true;
  bell.moved();
  await clock.advance(1);
  expect(reads).toBe(2);
});

test('T14 a store that is away for a moment costs one picture', async () => {
  fails = true;
  bell.moved();
  await clock.advance(1);
  expect([told.length, errors.length]).toEqual([0, 1]);
  fails = false;
  await clock.advance(BOARD_LOOK_MS);
  expect(told).toHaveLength(1);
});

test('stopped is stopped', async () => {
  bell.moved();
  bell.stop();
  await clock.advance(BOARD_LOOK_MS);
  expect(reads).toBe(0);
});
