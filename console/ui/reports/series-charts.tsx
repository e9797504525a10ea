import type { MeasuresSeries, SeriesPoint, Share } from '../../../protocol/wire/measures.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';
import { Chart } from '../charts/chart.tsx';
import { ColumnChart } from '../charts/column-chart.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { useApp } from '../context.ts';
import { duration, number, percent, shortDuration } from '../format.ts';
import { strings } from '../strings.ts';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { usePlace } from './use-measures.ts';
import { formsOf, wallOf } from './zone-format.ts';

interface Props {
  series: MeasuresSeries;
  csv: string;
}

/** Where the rows of each point are: narrowed to its day and hour, or to the days of its week. */
function useRowsOf({ by, points }: MeasuresSeries): (index: number, which: string) => string | undefined {
  const app = useApp();
  const place = usePlace();
  const zone = app.reports.zoneOf(place);
  const walls = points.map(({ at }) => wallOf(at, zone));
  return (index, which) => {
    const { at, until } = points[index] as SeriesPoint;
    const { day, hour } = walls[index] as (typeof walls)[number];
    if (by === 'week')
      return app.hrefOf({ ...place, period: 'days', from: day, to: wallOf(until - 1, zone).day, which });
    // Where clocks are put back two hours have one name: narrowed to it are both.
    const isTwice =
      by === 'hour' && walls.some((one, other) => other !== index && one.day === day && one.hour === hour);
    if (isTwice) return app.hrefOf({ ...place, which: `${which}@${at}-${until}` });
    return app.hrefOf({ ...place, only: { ...place.only, day, ...(by === 'hour' ? { hour } : {}) }, which });
  };
}

/** The names of the places on the axis, and of the rows of the table, in the zone of the report. */
function useLabels({ by, points }: MeasuresSeries) {
  const { reports } = useApp();
  const forms = formsOf(reports.zoneOf(usePlace()));
  const labels = points.map(({ at }) => forms.label(at, by));
  return {
    // Two hours of one day of 25 have one name; the picture wants it twice.
    labels: labels.map((label, index) =>
      labels.indexOf(label) === index ? label : `${label}${'\u200b'.repeat(index)}`,
    ),
    rows: points.map(({ at }, index) => `${forms.full(at, by)}${'\u200b'.repeat(index)}`),
  };
}

export function VolumeChart({ series, csv }: Props) {
  const { labels, rows } = useLabels(series);
  const { by, points } = series;
  const rowsOf = useRowsOf(series);
  const cells = points.map((point) => [point.answered, point.episodes - point.answered, point.episodes]);
  return (
    <Chart
      title={viewWords.volumeTitle}
      unit={`${viewWords.volumeUnit} ${words.by[by]}`}
      means={measureWords.episodes.means}
      csv={csv}
      twin={{
        columns: [words.time[by], viewWords.withAnswer, viewWords.withoutAnswer, measureWords.episodes.name],
        rows: rows.map((row, at) => [row, ...(cells[at] ?? []).map(number)]),
        hrefOf: (line, cell) => rowsOf(line, (['answered', 'unanswered', 'episodes'] as const)[cell] ?? 'episodes'),
      }}
    >
      <ColumnChart
        labels={labels}
        layers={[
          { name: viewWords.withAnswer, values: cells.map(([answered = 0]) => answered) },
          { name: viewWords.withoutAnswer, values: cells.map(([, without = 0]) => without) },
        ]}
        spell={number}
      />
    </Chart>
  );
}

export function TimesChart({ series, csv }: Props) {
  const { labels, rows } = useLabels(series);
  const { by, points } = series;
  const rowsOf = useRowsOf(series);
  const spreads = points.map(({ firstResponse }) => firstResponse);
  const length = (n: number, ms: number | null) =>
    n === 0 ? words.none : ms === null ? words.notReached : duration(ms);
  return (
    <Chart
      title={viewWords.timesTitle}
      unit={`${viewWords.timesUnit}, ${words.by[by]}`}
      means={measureWords.firstResponse.means}
      csv={csv}
      twin={{
        columns: [words.time[by], 'p50', 'p90', words.nColumn],
        rows: spreads.map(({ n, p50Ms, p90Ms }, at) => [rows[at] ?? '', length(n, p50Ms), length(n, p90Ms), number(n)]),
        hrefOf: (line, cell) => (cell === 2 ? rowsOf(line, 'firstResponse') : undefined),
      }}
    >
      <LineChart
        labels={labels}
        kind="ms"
        spell={shortDuration}
        counts={spreads.map(({ n }) => n)}
        lines={[
          {
            name: viewWords.half,
            values: spreads.map(({ p50Ms }) => p50Ms),
            low: spreads.map(({ p50LowMs, p50Ms }) => p50LowMs ?? p50Ms),
            high: spreads.map(({ p50HighMs, p50Ms }) => p50HighMs ?? p50Ms),
          },
          { name: viewWords.nine, values: spreads.map(({ p90Ms }) => p90Ms) },
        ]}
      />
    </Chart>
  );
}

interface ShareChartProps extends Props {
  title: string;
  unit: string;
  means: string;
  /** What its n counts. */
  which: string;
  read(point: SeriesPoint): Pick<Share, 'share' | 'low' | 'high' | 'n'>;
}

/** A rate over time with its interval as a band. */
function ShareChart({ series, csv, title, unit, means, which, read }: ShareChartProps) {
  const { labels, rows } = useLabels(series);
  const rowsOf = useRowsOf(series);
  const shares = series.points.map(read);
  const spell = (value: number | null) => (value === null ? words.none : percent(value));
  return (
    <Chart
      title={title}
      unit={unit}
      means={means}
      csv={csv}
      twin={{
        columns: [words.time[series.by], title, '95 %', words.nColumn],
        rows: shares.map(({ share, low, high, n }, at) => [
          rows[at] ?? '',
          spell(share),
          share === null ? words.none : words.intervalShort(spell(low), spell(high)),
          number(n),
        ]),
        hrefOf: (line, cell) => (cell === 2 ? rowsOf(line, which) : undefined),
      }}
    >
      <LineChart
        labels={labels}
        kind="share"
        spell={percent}
        counts={shares.map(({ n }) => n)}
        lines={[
          {
            name: title,
            values: shares.map(({ share }) => share),
            low: shares.map(({ low }) => low),
            high: shares.map(({ high }) => high),
          },
        ]}
      />
    </Chart>
  );
}

export function CsatChart(props: Props) {
  const read = ({ csat }: SeriesPoint) => ({ ...csat, n: csat.answers });
  const { csatTitle: title, csatUnit: unit } = viewWords;
  return <ShareChart {...props} title={title} unit={unit} means={measureWords.csat.means} which="rated" read={read} />;
}

export function AbandonedChart(props: Props) {
  const read = ({ abandonedShare }: SeriesPoint) => abandonedShare;
  const { abandonedTitle: title, abandonedUnit: unit } = viewWords;
  return (
    <ShareChart
      {...props}
      title={title}
      unit={unit}
      means={measureWords.abandonedShare.means}
      which="ended"
      read={read}
    />
  );
}

export function OutcomesChart({ series, csv }: Props) {
  const { labels, rows } = useLabels(series);
  const { by, points } = series;
  const all = Object.keys(strings.outcomes) as Outcome[];
  const seen = all.filter((outcome) => points.some(({ outcomes }) => outcomes[outcome]));
  const rowsOf = useRowsOf(series);
  return (
    <Chart
      title={viewWords.outcomesOver}
      unit={`${viewWords.outcomesUnit} ${words.by[by]}`}
      csv={csv}
      twin={{
        columns: [words.time[by], ...seen.map((outcome) => strings.outcomes[outcome])],
        rows: points.map(({ outcomes }, at) => [rows[at] ?? '', ...seen.map((one) => number(outcomes[one] ?? 0))]),
        hrefOf: (line, cell) => rowsOf(line, `outcome:${seen[cell]}`),
      }}
    >
      <ColumnChart
        labels={labels}
        layers={seen.map((outcome) => ({
          name: strings.outcomes[outcome],
          values: points.map(({ outcomes }) => outcomes[outcome] ?? 0),
        }))}
        spell={number}
      />
    </Chart>
  );
}
