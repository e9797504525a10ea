import type { Measures, MeasuresSeries, MeasuresSummary } from '../../../protocol/wire/measures.ts';
import type { Outcome } from '../../../protocol/wire/model.ts';
import { useApp } from '../context.ts';
import { strings } from '../strings.ts';
import { viewWords } from '../strings-of-views.ts';
import { CountList } from './count-list.tsx';
import { Card } from './figure.tsx';
import { pick } from './measure-book.ts';
import { OutcomesChart } from './series-charts.tsx';
import { ShareList } from './share-list.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const RATES = pick('resolvedShare', 'firstContact', 'reopened', 'complaints');
const SPLIT = pick('episodes', 'resolvedShare', 'firstContact', 'reopened', 'complaints', 'abandonedShare');

/** How conversations ended, and whether they stayed ended. */
export function Outcomes() {
  const { reports } = useApp();
  const summary = useMeasures<MeasuresSummary>({ kind: 'measures/summary' });
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(usePlace()) } });
  return (
    <>
      <Shown of={summary}>
        {({ measures }) => (
          <>
            <CountList
              title={viewWords.outcomesTitle}
              unit={viewWords.outcomesUnit}
              means={viewWords.outcomesMean}
              column={viewWords.outcome}
              lines={linesOf(measures)}
              n={endedOf(measures)}
              none={viewWords.noOutcomes}
              fills
            />
            <Card title={viewWords.shares}>
              <ShareList entries={RATES} measures={measures} />
            </Card>
          </>
        )}
      </Shown>
      <Shown of={series}>{(value) => <OutcomesChart series={value} csv={series.csv} />}</Shown>
      <SplitTable entries={SPLIT} />
    </>
  );
}

function linesOf({ outcomes }: Measures) {
  return (Object.keys(strings.outcomes) as Outcome[]).flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0;
    return count > 0 ? [{ name: strings.outcomes[outcome], count, which: `outcome:${outcome}` }] : [];
  });
}

function endedOf({ outcomes }: Measures): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}
