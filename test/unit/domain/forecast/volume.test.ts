// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import { BUCKET_MS, listPastHours, readVolume, type VolumeFacts } from '../../../../server/domain/forecast/volume.ts';
import { zoneOffset } from '../../../../server/platform/zone-offset.ts';
import { DAY, HOUR, MINUTE, T0 } from '../business/people.ts';

const WEEK = 7 * DAY;
const now = T0 + 9 * HOUR + 20 * MINUTE;

function facts(more: Partial<VolumeFacts> & { came?: number[] } = {}): VolumeFacts {
  const counts = new Map<number, number>();
  for (const at of more.came ?? []) {
    const bucket = Math.floor(at / BUCKET_MS);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return { now, zone: 'UTC', offsetOf: zoneOffset, counts, firstAt: T0 - 52 * WEEK, openShare: () => 1, ...more };
}

const times = (count: number, at: number) => Array.from({ length: count }, () => at);

describe('volume of the next week', () => {
  it('168 hours from the next full one, by the wall of the zone', () => {
    const hours = readVolume(facts({ zone: 'Asia/Kolkata' }));
    expect(hours).toHaveLength(168);
    // 14:50 there: the next full hour is 15:00, which is 09:30 UTC.
    expect(hours[0]).toMatchObject({ at: T0 + 9 * HOUR + 30 * MINUTE, weekday: 0, hour: 15 });
    expect(hours[24]).toMatchObject({ weekday: 1, hour: 15 });
  });

  it('by hand: 4 and 8 in two of eight weeks, nothing in six', () => {
    const slot = T0 + DAY + 14 * HOUR;
    const came = [
      ...times(4, slot - WEEK),
      ...times(8, slot - 2 * WEEK + 59 * MINUTE),
      slot - 9 * WEEK,
      slot - WEEK - 1,
    ];
    const hour = readVolume(facts({ came })).find(({ at }) => at === slot);
    // Mean 12 / 8 = 1.5, s² = (2.5² + 6.5² + 6 · 1.5²) / 7 = 8.857, t(7) = 2.365: 1.5 ± 2.365 · √(8.857 · 9/8) = ± 7.46.
    expect(hour).toMatchObject({ expected: 1.5, low: 0, high: 9, weeks: 8 });
  });

  it('closed hours of the past say nothing, closed hours to come have no figure, half hours count half', () => {
    const slot = T0 + DAY + 14 * HOUR;
    const came = [3, 4, 5, 6, 7, 8].flatMap((week) => times(6, slot - week * WEEK));
    const openShare = (from: number) =>
      from === slot ? 0.5 : from === slot + HOUR || from === slot - WEEK || from === slot - 2 * WEEK ? 0 : 1;
    const hours = readVolume(facts({ came, openShare }));
    expect(hours.find(({ at }) => at === slot)).toMatchObject({ open: 0.5, expected: 3, weeks: 6 });
    expect(hours.find(({ at }) => at === slot + HOUR)).toMatchObject({ open: 0, expected: null, high: null, weeks: 0 });
  });

  it('with little history it says how little, and with none it says nothing', () => {
    const slot = T0 + DAY + 14 * HOUR;
    const young = readVolume(facts({ came: times(4, slot - WEEK), firstAt: slot - WEEK - HOUR }));
    expect(young.find(({ at }) => at === slot)).toMatchObject({ expected: 4, weeks: 1 });
    expect(young.find(({ at }) => at === slot)?.high).toBeGreaterThan(12);
    expect(readVolume(facts({ firstAt: null }))[0]).toMatchObject({ expected: null, low: null, high: null, weeks: 0 });
    expect(readVolume(facts()).find(({ at }) => at === slot)).toMatchObject({ expected: 0, low: 0, high: 1, weeks: 8 });
  });

  it('over a change of the clocks the same hour of the wall is meant', () => {
    // Berlin, 29 March 2026: from 02:00 to 03:00. Noon there is 11:00 UTC before and 10:00 UTC after.
    const sunday = Date.UTC(2026, 2, 29);
    const at = sunday - DAY + 20 * HOUR;
    const noonBefore = [1, 2, 3].map((week) => sunday + DAY - week * WEEK + 11 * HOUR);
    const hours = readVolume(facts({ now: at, zone: 'Europe/Berlin', came: noonBefore, firstAt: at - 3 * WEEK }));
    const noon = hours.find(({ weekday, hour }) => weekday === 0 && hour === 12);
    expect(noon).toMatchObject({ at: sunday + DAY + 10 * HOUR, expected: 1, weeks: 3 });
  });

  it('an hour that the clocks leave out is not foretold, one that they tell twice is twice', () => {
    const night = (now: number) => {
      const hours = readVolume(facts({ now, zone: 'Europe/Berlin' }));
      expect(hours).toHaveLength(168);
      expect(new Set(hours.map(({ at }) => at)).size).toBe(168);
      return hours.filter(({ weekday }) => weekday === 6).map(({ hour }) => hour);
    };
    expect(night(Date.UTC(2026, 2, 28, 12)).slice(0, 4)).toEqual([0, 1, 3, 4]);
    expect(night(Date.UTC(2026, 9, 24, 12)).slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
  });

  it('says how many came in the weeks that count, and in which hours', () => {
    const slot = T0 + DAY + 14 * HOUR;
    const came = [...times(4, slot - WEEK), ...times(9, slot - 2 * WEEK), ...times(2, slot - 3 * WEEK + 59 * MINUTE)];
    const openShare = (from: number) => (from === slot - 2 * WEEK ? 0.1 : 1);
    const known = facts({ came, openShare, firstAt: slot - 3 * WEEK });
    expect(readVolume(known).find(({ at }) => at === slot)).toMatchObject({ came: 6, weeks: 2, expected: 3 });
    expect(listPastHours(slot, known)).toEqual([
      { at: slot - WEEK, open: 1, came: 4 },
      { at: slot - 3 * WEEK, open: 1, came: 2 },
    ]);
  });

  it('nineteen of twenty weeks that come by chance lie inside the interval', () => {
    const random = seededRandom(7);
    const poisson = (mean: number) => {
      let count = -1;
      for (let product = 1; product > Math.exp(-mean); product *= random()) count += 1;
      return count;
    };
    let inside = 0;
    let all = 0;
    for (let round = 0; round < 20; round += 1) {
      const counts = new Map<number, number>();
      const next = Math.ceil(now / HOUR) * HOUR;
      for (let at = next - 8 * WEEK; at < now; at += HOUR) counts.set(at / BUCKET_MS, poisson(6));
      for (const { low, high } of readVolume(facts({ counts }))) {
        const truth = poisson(6);
        all += 1;
        if (low !== null && high !== null && low <= truth && truth <= high) inside += 1;
      }
    }
    expect(inside / all).toBeGreaterThan(0.94);
  });
});
