import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../protocol/kit/random.ts';
import { createBusinessClock } from '../../../server/domain/hours/business-clock.ts';
import { businessMs } from '../../../server/domain/hours/business-time.ts';
import { readCalendar } from '../../../server/domain/hours/calendar.ts';
import type { FactColumns } from '../../../server/domain/measures/columns.ts';
import { addLengths, countLengths } from '../../../server/domain/measures/count-lengths.ts';
import { fewOf, NOWHERE } from '../../../server/domain/measures/grouping.ts';
import { BIN_ERROR } from '../../../server/domain/measures/length-bins.ts';
import { LengthCount } from '../../../server/domain/measures/length-count.ts';
import type { LengthPart } from '../../../server/domain/measures/length-part.ts';
import { listBounds } from '../../../server/domain/measures/local-time.ts';
import { sortLengths } from '../../../server/domain/measures/sort-lengths.ts';
import { readSpread } from '../../../server/domain/response-time.ts';
import { zoneOffset } from '../../../server/platform/zone-offset.ts';

const HOUR_MS = 3_600_000;

/** From a millisecond to some weeks, some of them without an end. */
function makeLengths(count: number): { ms: number; hasEnded: boolean }[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => ({ ms: Math.floor(2 ** (random() * 32)), hasEnded: random() < 0.8 }));
}

interface Length {
  ms: number;
  hasEnded: boolean;
}

/** Each list is a group. */
function count(groups: readonly Length[][], exactMax = Number.POSITIVE_INFINITY): LengthCount {
  return new LengthCount(partOf(groups, exactMax), exactMax);
}

/** `none` are rows that no group has. */
function partOf(groups: readonly Length[][], exactMax: number, none: Length[] = [], few = true): LengthPart {
  const ofNone = none.map((length) => ({ ...length, group: NOWHERE }));
  const all = [...ofNone, ...groups.flatMap((lengths, group) => lengths.map((length) => ({ ...length, group })))];
  const coded = all.map(({ ms }) => ms + 1);
  const value = coded.every((one) => one < 2 ** 32) ? Uint32Array.from(coded) : Float64Array.from(coded);
  const ended = Uint8Array.from(all, ({ hasEnded }) => (hasEnded ? 1 : 0));
  const definition = { over: 'wait', value: () => value, ended: () => ended } as const;
  const rows = Uint32Array.from(all, ({ group }) => group);
  const grouping = {
    episodes: new Uint32Array(),
    waits: rows,
    credits: null,
    few: { episodes: null, waits: few ? fewOf(rows) : null },
  };
  const placed = [{ columns: {} as FactColumns, grouping }];
  return countLengths(definition, placed, groups.length, exactMax);
}

describe('lengths', () => {
  it('M11 N8 exact ones are those of Kaplan and Meier, whatever the order', () => {
    const lengths = makeLengths(3_000);
    const of = (ended: boolean) => lengths.filter(({ hasEnded }) => hasEnded === ended).map(({ ms }) => ms);
    const { n, answered, p50Ms, p90Ms, p95Ms, meanMs } = readSpread({ answeredMs: of(true), censoredMs: of(false) });
    const found = count([lengths]).read([0]);
    expect(found).toMatchObject({ n, answered, p50Ms, p90Ms, p95Ms, error: 0 });
    expect(found.meanMs).toBeCloseTo(meanMs ?? 0, 6);
    expect(found.p50LowMs).toBeLessThanOrEqual(p50Ms ?? 0);
    expect(found.p50HighMs).toBeGreaterThanOrEqual(p50Ms ?? 0);
    expect(count([lengths.toReversed()]).read([0])).toEqual(found);
  });

  it('N8 in bins none is further off than the error says, and bins add up', () => {
    const lengths = makeLengths(20_000);
    const parts = [0, 1, 2].map((part) => lengths.filter((_, index) => index % 3 === part));
    // One of them is so small that it is kept as it is.
    const groups = [...parts, makeLengths(300)];
    const [found, true_] = [count(groups, 1_024).read([0, 1, 2, 3]), count(groups).read([0, 1, 2, 3])];
    expect(found).toMatchObject({ n: true_.n, answered: true_.answered, meanMs: true_.meanMs, error: BIN_ERROR });
    expect(count([[...lengths, ...makeLengths(300)]], 1_024).read([0])).toEqual(found);
    for (const name of ['p50Ms', 'p90Ms', 'p95Ms', 'p50LowMs', 'p50HighMs'] as const) {
      const [is, was] = [found[name] as number, true_[name] as number];
      // A length that lies in the same bin; and where two lie beside each other, the next one.
      expect(Math.abs(is - was) / was).toBeLessThanOrEqual(BIN_ERROR * 2);
    }
  });

  it('N12 parts add up to what is counted at once, in any order: lists, bins, and lists that become bins', () => {
    const long = { ms: 2 ** 33, hasEnded: false };
    const groups = [makeLengths(900), makeLengths(9_000), [...makeLengths(1_500), long], [], makeLengths(7)];
    const at = Uint32Array.from([4, 2, 0, 1, 3]);
    for (const exactMax of [0, 8, 1_024, Number.POSITIVE_INFINITY]) {
      const parts = [0, 1, 2].map((part) =>
        partOf(
          groups.map((all) => all.filter((_, n) => (n * n) % 3 === part)),
          exactMax,
        ),
      );
      const both = addLengths(parts.slice(1), [at, at], 5, exactMax);
      const own = Uint32Array.from([0, 1, 2, 3, 4]);
      const sum = new LengthCount(addLengths([both, parts[0] as LengthPart], [own, at], 5, exactMax), exactMax);
      const once = count(groups, exactMax);
      for (const set of [[0], [1], [2], [3], [4], [0, 4], [0, 1, 2, 3, 4]])
        expect(sum.read(set.map((group) => at[group] as number))).toEqual(once.read(set));
    }
  });

  it('N12 rows of no group change nothing, whether they are many or few', () => {
    const groups = [makeLengths(300), makeLengths(2_000)];
    for (const others of [500, 50_000])
      for (const exactMax of [8, Number.POSITIVE_INFINITY]) {
        const [quick, all] = [true, false].map((few) => partOf(groups, exactMax, makeLengths(others), few));
        expect(quick).toEqual(all);
        const read = (part: LengthPart) => new LengthCount(part, exactMax).read([0, 1]);
        expect(read(quick as LengthPart)).toEqual(count(groups, exactMax).read([0, 1]));
      }
  });

  it('N8 small groups are exact beside large ones, and are no more so when they are many together', () => {
    const groups = [makeLengths(900), makeLengths(2_000), makeLengths(500)];
    const counted = count(groups, 1_024);
    expect(counted.read([0])).toEqual(count([groups[0] ?? []]).read([0]));
    expect(counted.read([0]).error).toBe(0);
    expect(counted.read([0, 2]).error).toBe(BIN_ERROR);
  });

  it('N8 each bin’s middle is no further off than the error, up to lengths of months', () => {
    for (const ms of [0, 1, 127, 128, 129, 255, 256, 60_000, 599_999, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 12_345]) {
      const counted = count([Array.from({ length: 2_000 }, () => ({ ms, hasEnded: true }))], 1_024);
      expect([ms, Math.abs((counted.read([0]).p50Ms ?? 0) - ms) <= ms * BIN_ERROR]).toEqual([ms, true]);
    }
  });

  it('M11 a share that is not reached is none, and few are said to be few', () => {
    const counted = count([Array.from({ length: 4 }, (_, n) => ({ ms: 1_000, hasEnded: n === 0 })), []]);
    expect(counted.read([0])).toMatchObject({
      ...{ n: 4, p50Ms: null, p90Ms: null, p50LowMs: null, few: true, meanMs: 1_000 },
    });
    expect(counted.read([1])).toMatchObject({ n: 0, p50Ms: null, meanMs: null });
  });

  it('N8 many lengths are put in order by their digits as by comparing', () => {
    const lengths = Uint32Array.from(makeLengths(5_000), ({ ms }) => ms);
    expect(sortLengths(lengths.slice())).toEqual(lengths.toSorted());
    expect(sortLengths(Uint32Array.from(lengths, (ms) => ms % 2_000))).toEqual(
      Uint32Array.from(lengths, (ms) => ms % 2_000).toSorted(),
    );
  });
});

describe('time on the wall', () => {
  it('N6 days of the zone have 23, 24 or 25 hours', () => {
    const [from, to] = [Date.UTC(2026, 2, 27, 23), Date.UTC(2026, 2, 30, 22)];
    const bounds = listBounds('day', 'Europe/Berlin', zoneOffset, from, to);
    expect(bounds.slice(1).map((end, index) => (end - (bounds[index] as number)) / HOUR_MS)).toEqual([24, 23, 24]);
    const autumn = listBounds('day', 'Europe/Berlin', zoneOffset, Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 23));
    expect(autumn.slice(1).map((end, index) => (end - (autumn[index] as number)) / HOUR_MS)).toEqual([25]);
    expect(listBounds('week', 'Europe/Berlin', zoneOffset, from, to)).toHaveLength(3);
  });

  // Clocks moved by half an hour, by one at a quarter to, by two, by one at midnight, and never.
  it.each([
    ['Australia/Lord_Howe', [1.5, 0.5]],
    ['Pacific/Chatham', [0.75, 0.25]],
    ['Antarctica/Troll', [1]],
    ['Asia/Beirut', [1]],
    ['Asia/Kathmandu', [1]],
  ])('N6 hours of %s begin when the wall says so, also where clocks are moved', (zone, lengths) => {
    const [from, to] = [Date.UTC(2026, 0, 1, 0, 20), Date.UTC(2026, 11, 31)];
    const hourAt = (at: number) => Math.floor((at + zoneOffset(zone, at)) / HOUR_MS);
    const bounds = listBounds('hour', zone, zoneOffset, from, to);
    const astray = bounds.slice(1, -1).flatMap((at, index) => {
      const [until, wall] = [bounds[index + 2] as number, at + zoneOffset(zone, at)];
      const begins = wall % HOUR_MS === 0 || hourAt(at) !== hourAt(at - 1);
      return begins && hourAt(at) === hourAt(until - 1) ? [] : [new Date(at).toISOString()];
    });
    expect(astray).toEqual([]);
    const found = bounds.slice(2, -1).map((end, index) => (end - (bounds[index + 1] as number)) / HOUR_MS);
    expect([...new Set(found)].toSorted()).toEqual([...new Set([1, ...lengths])].toSorted());
  });

  it('M11 H9 the clock for many questions says what the one for one question says', () => {
    const day = [{ from: '09:00', to: '17:00' }];
    const night = [{ from: '22:00', to: '06:00' }];
    const week = {
      monday: day,
      tuesday: day,
      wednesday: night,
      thursday: day,
      friday: night,
      saturday: [],
      sunday: [],
    };
    const calendar = readCalendar({ zone: 'Europe/Berlin', week, days: [] });
    const begin = Date.UTC(2026, 2, 1);
    const versions = [
      { validFrom: begin, calendar },
      { validFrom: begin + 50 * 24 * HOUR_MS, calendar: null },
      { validFrom: begin + 60 * 24 * HOUR_MS, calendar },
    ];
    const within = createBusinessClock(versions, zoneOffset);
    const random = seededRandom(3);
    for (let n = 0; n < 60; n += 1) {
      const from = Math.floor(begin - 5 * 24 * HOUR_MS + random() * 90 * 24 * HOUR_MS);
      const to = from + Math.floor(2 ** (random() * 33));
      expect([from, to, within(from, to)]).toEqual([from, to, businessMs(versions, zoneOffset, from, to)]);
    }
    expect(within(5, 4)).toBe(0);
  });
});
