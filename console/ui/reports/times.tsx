import type {
  MeasuresHeat,
  MeasuresHistogram,
  MeasuresSeries,
  MeasuresSummary,
} from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { ColumnChart } from '../charts/column-chart.tsx';
import { useApp } from '../context.ts';
import { duration, number, percent, roughDuration, shortDuration } from '../format.ts';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { Card } from './figure.tsx';
import { HeatChart } from './heat-chart.tsx';
import { pick } from './measure-book.ts';
import { TimesChart } from './series-charts.tsx';
import { ShareList } from './share-list.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { SpreadTable } from './spread-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const LENGTHS = pick('firstResponse', 'firstResponseInHours', 'response', 'responseInHours', 'resolution', 'handling');
const SPLIT = pick('episodes', 'firstResponse', 'firstResponseInHours', 'response', 'serviceLevel');

/** How soon visitors had an answer: first, every, when, and how unevenly. */
export function Times() {
  const { reports } = useApp();
  const place = usePlace();
  const summary = useMeasures<MeasuresSummary>({ kind: 'measures/summary' });
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(place) } });
  const heat = useMeasures<MeasuresHeat>({ kind: 'measures/heat' });
  const histogram = useMeasures<MeasuresHistogram>({ kind: 'measures/histogram', extra: { of: 'firstResponse' } });
  return (
    <>
      <Shown of={summary}>
        {({ measures }) => (
          <Card title={viewWords.spreads} means={measureWords.firstResponse.means}>
            <SpreadTable entries={LENGTHS} measures={measures} />
            <ShareList entries={pick('serviceLevel')} measures={measures} />
          </Card>
        )}
      </Shown>
      <Shown of={series}>{(value) => <TimesChart series={value} csv={series.csv} />}</Shown>
      <Shown of={heat}>
        {({ cells }) => (
          <HeatChart
            title={viewWords.heatTimes}
            unit={viewWords.heatTimesUnit}
            cells={cells}
            csv={heat.csv}
            read={({ p50Ms }) => p50Ms}
            spell={shortDuration}
            spellShort={roughDuration}
          />
        )}
      </Shown>
      <Shown of={histogram}>{(value) => <LengthsChart histogram={value} csv={histogram.csv} />}</Shown>
      <SplitTable entries={SPLIT} />
    </>
  );
}

function LengthsChart({ histogram, csv }: { histogram: MeasuresHistogram; csv: string }) {
  const app = useApp();
  const place = usePlace();
  const { of, edgesMs, answered, unanswered } = histogram;
  const nameOf = (index: number, spell: (ms: number) => string, longer = viewWords.longerThan) => {
    const [from = 0, to] = edgesMs.slice(index, index + 2);
    return to === undefined ? longer(spell(from)) : viewWords.fromTo(spell(from), spell(to));
  };
  const n = [...answered, ...unanswered].reduce((sum, count) => sum + count, 0);
  return (
    <Chart
      title={viewWords.lengths}
      unit={`${viewWords.lengthsUnit} · ${words.n(number(n))}`}
      means={measureWords.firstResponse.means}
      csv={csv}
      note={viewWords.lengthsNote}
      twin={{
        columns: [viewWords.length, viewWords.withAnswer, viewWords.withoutAnswer, viewWords.shareColumn],
        rows:
          n === 0
            ? []
            : answered.map((count, index) => {
                const lost = unanswered[index] ?? 0;
                return [nameOf(index, duration), number(count), number(lost), percent((count + lost) / n)];
              }),
        hrefOf: (line, cell) => {
          const part = (['answered', 'unanswered', 'all'] as const)[cell];
          return app.hrefOf({ ...place, which: `${of}:${part}-${edgesMs[line]}-${edgesMs[line + 1] ?? ''}` });
        },
      }}
    >
      <ColumnChart
        labels={answered.map((_, index) => nameOf(index, shortDuration, viewWords.longerShort))}
        layers={[
          { name: viewWords.withAnswer, values: answered },
          { name: viewWords.withoutAnswer, values: unanswered },
        ]}
        spell={number}
      />
    </Chart>
  );
}
