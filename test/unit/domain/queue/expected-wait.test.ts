import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import { countPromised, judgePromised } from '../../../../server/domain/queue/back-test.ts';
import { readRanges } from '../../../../server/domain/queue/expected-wait.ts';

const of = { conversationId: 'c1', no: 1, episode: 1 };

const MINUTE = 60_000;
/** 1 to 40 minutes. */
const samples = Array.from({ length: 40 }, (_, index) => (index + 1) * MINUTE);
const ranges = (more: Partial<Parameters<typeof readRanges>[0]>) =>
  readRanges({ slots: [0], samplesMs: samples, wrapUpMs: 0, waiting: 3, ...more }, seededRandom(3));

describe('Q3 the range of waiting (M17)', () => {
  it('says nothing below 20 measured handling times, and where nobody is there', () => {
    expect(ranges({ samplesMs: samples.slice(0, 19) })).toEqual([]);
    expect(ranges({ samplesMs: samples.slice(0, 20) })).toHaveLength(3);
    expect(ranges({ slots: [] })).toEqual([]);
    expect(ranges({ waiting: 0 })).toEqual([]);
  });

  it('with constant handling it is exact: one agent, five minutes each, two of them gone by', () => {
    const constant = Array.from({ length: 20 }, () => 5 * MINUTE);
    expect(ranges({ samplesMs: constant, slots: [2 * MINUTE] })).toEqual([
      { lowMs: 3 * MINUTE, highMs: 4 * MINUTE },
      { lowMs: 8 * MINUTE, highMs: 9 * MINUTE },
      { lowMs: 13 * MINUTE, highMs: 14 * MINUTE },
    ]);
  });

  it('knows how many agents there are: twice as many, about half the wait', () => {
    const slots = (count: number) => Array.from({ length: count }, (_, index) => index * 1_000);
    const two = ranges({ slots: slots(2), waiting: 40 }).at(-1)?.highMs ?? 0;
    const four = ranges({ slots: slots(4), waiting: 40 }).at(-1)?.highMs ?? 0;
    expect(four / two).toBeGreaterThan(0.4);
    expect(four / two).toBeLessThan(0.6);
  });

  it('free room is no wait, wrap-up makes it longer', () => {
    expect(ranges({ slots: [null, null], waiting: 2 })).toEqual([
      { lowMs: 0, highMs: MINUTE },
      { lowMs: 0, highMs: MINUTE },
    ]);
    const constant = Array.from({ length: 20 }, () => 5 * MINUTE);
    expect(ranges({ samplesMs: constant, slots: [0], wrapUpMs: 10 * MINUTE })[1]?.lowMs).toBe(20 * MINUTE);
  });

  it('a conversation that is longer than all that were measured says nothing about its end', () => {
    const [first] = ranges({ slots: [90 * MINUTE] });
    expect(first?.highMs).toBeLessThanOrEqual(40 * MINUTE);
  });

  it('later places never wait less, and a thousand rooms cost no more than two hundred', () => {
    const all = ranges({ slots: Array.from({ length: 1_000 }, (_, index) => index * 500), waiting: 100 });
    expect(all).toHaveLength(100);
    for (const [index, range] of all.entries()) {
      expect(range.highMs).toBeGreaterThan(range.lowMs);
      if (index > 0) expect(range.highMs).toBeGreaterThanOrEqual(all[index - 1]?.highMs ?? 0);
    }
  });

  it('back-test: of a thousand played queues about half end below the range, about one in ten above it', () => {
    const random = seededRandom(11);
    const draw = () => samples[Math.floor(random() * samples.length)] ?? 0;
    const told = ranges({ slots: [0, 0, 0], waiting: 5 })[4];
    const promised = Array.from({ length: 1_000 }, () => {
      const free = [draw(), draw(), draw()];
      let at = 0;
      for (let place = 0; place < 5; place += 1) {
        free.sort((one, other) => one - other);
        at = free.shift() ?? 0;
        free.push(at + draw());
      }
      return { ...of, at: 0, lowMs: told?.lowMs ?? 0, highMs: told?.highMs ?? 0, assignedAt: at };
    });
    const { n, inside, shorter, longer } = countPromised(promised.map(judgePromised));
    expect(inside + shorter + longer).toBe(n);
    expect(shorter / n).toBeGreaterThan(0.4);
    expect(shorter / n).toBeLessThan(0.56);
    expect(longer / n).toBeLessThan(0.14);
    expect(longer / n).toBeGreaterThan(0.03);
  });
});

describe('Q3 the back-test', () => {
  it('counts inside, shorter and longer; whoever left or still waits tells nothing', () => {
    const base = { ...of, at: 1_000, lowMs: 60_000, highMs: 120_000 };
    const ends = [60_999, 61_000, 121_000, 121_001, null];
    expect(countPromised(ends.map((assignedAt) => judgePromised({ ...base, assignedAt })))).toEqual({
      n: 4,
      inside: 2,
      shorter: 1,
      longer: 1,
      unknown: 1,
    });
    expect(countPromised([])).toEqual({ n: 0, inside: 0, shorter: 0, longer: 0, unknown: 0 });
  });
});
