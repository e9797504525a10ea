import type { MeasuresHeat, MeasuresSeries } from '../../../protocol/wire/measures.ts';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { viewWords } from '../strings-of-views.ts';
import { HeatChart } from './heat-chart.tsx';
import { pick } from './measure-book.ts';
import { VolumeChart } from './series-charts.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const SPLIT = pick('episodes', 'answered', 'abandoned', 'abandonedShare');

/** How many came, and when. What is expected next stands below it. */
export function Volume() {
  const { reports } = useApp();
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(usePlace()) } });
  const heat = useMeasures<MeasuresHeat>({ kind: 'measures/heat' });
  return (
    <>
      <Shown of={series}>{(value) => <VolumeChart series={value} csv={series.csv} />}</Shown>
      <Shown of={heat}>
        {({ cells }) => (
          <HeatChart
            title={viewWords.heatVolume}
            unit={viewWords.heatVolumeUnit}
            cells={cells}
            csv={heat.csv}
            countsFew={false}
            read={({ n }) => n}
            spell={number}
          />
        )}
      </Shown>
      <SplitTable entries={SPLIT} />
    </>
  );
}
