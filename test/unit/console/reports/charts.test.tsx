import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ColumnChart } from '../../../../console/ui/charts/column-chart.tsx';
import { HeatMap } from '../../../../console/ui/charts/heat-map.tsx';
import { LineChart } from '../../../../console/ui/charts/line-chart.tsx';
import { labelEvery, levelsOf, runsOf, ticksOf } from '../../../../console/ui/charts/scale.ts';
import { roughDuration } from '../../../../console/ui/format.ts';
import { judgeCounts } from '../../../../console/ui/reports/difference.ts';
import { findSpikes } from '../../../../console/ui/reports/spikes.ts';

afterEach(cleanup);

test('axes begin at zero and end at a round mark that holds the largest value', () => {
  expect(ticksOf(0, 'count')).toEqual([0, 1]);
  expect(ticksOf(7, 'count')).toEqual([0, 2, 4, 6, 8]);
  expect(ticksOf(1_234, 'count')).toEqual([0, 500, 1_000, 1_500]);
  expect(ticksOf(0.3, 'share')).toEqual([0, 0.25, 0.5, 0.75, 1]);
  // Seconds, minutes and hours as people count them, not in thousands of milliseconds.
  expect(ticksOf(130_000, 'ms').map((ms) => ms / 1_000)).toEqual([0, 30, 60, 90, 120, 150]);
  expect(ticksOf(9 * 3_600_000, 'ms').map((ms) => ms / 3_600_000)).toEqual([0, 2, 4, 6, 8, 10]);
  for (const most of [1, 9, 10, 11, 99, 12_345, 9.9e9]) {
    for (const kind of ['count', 'ms'] as const) {
      const ticks = ticksOf(most, kind);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    }
  }
});

test('labels leave each other room, and a line is not drawn where nothing is known', () => {
  expect(labelEvery(30, 300, 60)).toBe(6);
  expect(labelEvery(3, 300, 60)).toBe(1);
  expect(labelEvery(3, 10, 60)).toBe(3);
  expect(runsOf([1, 2, null, 4, null])).toEqual([[0, 1], [3]]);
  expect(runsOf([null])).toEqual([]);
});

test('shades go by place among all; equal values are equal, and one value alone is quiet', () => {
  const levelOf = levelsOf([10, 20, 30, 40, 1_000_000, null], 5);
  expect([10, 20, 30, 40, 1_000_000].map(levelOf)).toEqual([0, 1, 2, 3, 4]);
  expect(levelsOf([7, 7, 7], 5)(7)).toBe(0);
  expect(levelsOf([7], 5)(7)).toBe(0);
});

test('a day without figures is a gap, a lonely day is a dot, and the band is as wide as the interval', () => {
  const { container } = render(
    <LineChart
      labels={['a', 'b', 'c', 'd']}
      kind="share"
      spell={String}
      lines={[{ name: 'x', values: [0.5, 0.5, null, 1], low: [0.4, 0.4, null, 0.8], high: [0.6, 0.6, null, 1] }]}
    />,
  );
  expect(container.querySelectorAll('.plot-stroke')).toHaveLength(2);
  expect(container.querySelectorAll('.plot-dot')).toHaveLength(3);
  expect(container.querySelectorAll('.plot-band')).toHaveLength(2);
  expect(container.innerHTML).not.toContain('NaN');
});

test('columns begin at zero and are as high as their number; nothing at all is no crash', () => {
  const draw = (values: number[]) =>
    render(<ColumnChart labels={values.map(String)} layers={[{ name: 'x', values }]} spell={String} />).container;
  const heights = [...draw([2, 4, 0]).querySelectorAll('.plot-column rect')].map((rect) =>
    Number(rect.getAttribute('height')),
  );
  expect(heights).toHaveLength(2);
  expect(heights[1]).toBeCloseTo(2 * (heights[0] as number));
  cleanup();
  expect(draw([]).innerHTML).not.toMatch(/NaN|Infinity/);
});

test('a picture without a single value says so instead of empty axes; zeros are drawn', () => {
  const line = (values: (number | null)[]) =>
    render(<LineChart labels={['a', 'b']} kind="ms" spell={String} lines={[{ name: 'x', values }]} />).container;
  const column = (values: number[]) =>
    render(<ColumnChart labels={['a', 'b']} layers={[{ name: 'x', values }]} spell={String} />).container;
  for (const nothing of [line([null, null]), column([0, 0])]) {
    expect(nothing.textContent).toContain('There is nothing to show for this period.');
    expect(nothing.querySelector('svg')).toBeNull();
  }
  cleanup();
  expect(line([0, null]).querySelector('.plot-dot')).toBeTruthy();
});

test('a week by its hours says the largest unit alone where a language’s words have no room in 24 cells', () => {
  const draw = (spell: (value: number) => string) => {
    const place = { value: 142_000, n: 9 };
    const said = { spell, spellShort: () => '2 Min.', title: () => '', caption: 'x', corner: 'y', fewUnder: 1 };
    return render(<HeatMap days={['Mo']} hours={['00']} places={[[place]]} {...said} />).container;
  };
  expect(draw(() => '2m 22s').querySelector('td.heat-cell')?.textContent).toBe('2m 22s');
  expect(draw(() => '2 Min. 22 Sek.').querySelector('td.heat-cell')?.textContent).toBe('2 Min.');
});

test('M11 a week by its hours stands upright before the sheets of a printer are counted, and lies again after', async () => {
  const said = { spell: String, spellShort: String, title: () => '', caption: 'x', corner: 'y', fewUnder: 1 };
  const place = { value: 1, n: 1 };
  const { container } = render(<HeatMap days={['Mo']} hours={['00', '01']} places={[[place, place]]} {...said} />);
  const rows = () => container.querySelectorAll('tbody tr').length;
  expect(rows()).toBe(1);
  window.dispatchEvent(new Event('beforeprint'));
  // As soon as the event is over: a printer does not wait for a frame.
  await Promise.resolve();
  expect(rows()).toBe(2);
  window.dispatchEvent(new Event('afterprint'));
  await Promise.resolve();
  expect(rows()).toBe(1);
});

test('counts that differ by chance are not called different', () => {
  expect(judgeCounts(10, 12)).toBe('chance');
  expect(judgeCounts(160, 100)).toBe('more');
  expect(judgeCounts(40, 90)).toBe('less');
  expect(judgeCounts(4, 0)).toBe('few');
});

test('a spike is often, twice the usual and beyond chance', () => {
  const topic = (n: number) => [{ key: 'x', name: 'X', n }];
  const isSpike = (now: number, ...earlier: number[]) => findSpikes(topic(now), earlier.map(topic))[0]?.isSpike;
  expect(isSpike(20, 4, 5, 6, 100)).toBe(true);
  expect(isSpike(9, 5, 5, 5, 5)).toBe(false);
  expect(isSpike(4, 0, 0, 0, 0)).toBe(false);
  // The first of its kind, where it never came before.
  expect(isSpike(12, 0, 0, 0, 0)).toBe(true);
  expect(findSpikes(topic(50), [])).toMatchObject([{ usual: null, isSpike: false }]);
  expect(findSpikes(topic(1), [topic(2), topic(4)])[0]?.usual).toBe(3);
});

test('a length in a narrow cell is its largest unit', () => {
  expect([400, 42_000, 100_000, 3_600_000 * 5].map(roughDuration)).toEqual(['0s', '42s', '2m', '5h']);
});
