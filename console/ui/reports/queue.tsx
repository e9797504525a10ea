import type { Measures, MeasuresPromised, MeasuresSeries, MeasuresSummary } from '../../../protocol/wire/measures.ts';
import { useApp } from '../context.ts';
import { number, percent } from '../format.ts';
import { chartWords } from '../strings-of-charts.ts';
import { causeName, measureWords } from '../strings-of-measures.ts';
import { serviceStrings } from '../strings-of-service.ts';
import { viewWords } from '../strings-of-views.ts';
import { CountList } from './count-list.tsx';
import { Card, Figure } from './figure.tsx';
import { pick } from './measure-book.ts';
import { AbandonedChart } from './series-charts.tsx';
import { ShareList } from './share-list.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { SpreadTable } from './spread-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const SPLIT = pick('episodes', 'queue', 'abandonedShare', 'serviceLevel');

/** How long visitors stood in the queue, how many left it without an answer, and why. */
export function Queue() {
  const { reports } = useApp();
  const summary = useMeasures<MeasuresSummary>({ kind: 'measures/summary' });
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(usePlace()) } });
  return (
    <>
      <Shown of={summary}>
        {({ measures }) => (
          <>
            <Card title={viewWords.queueTitle} means={measureWords.queue.means}>
              <SpreadTable entries={pick('queue')} measures={measures} />
              <ShareList entries={pick('abandonedShare')} measures={measures} />
            </Card>
            <CountList
              title={viewWords.causes}
              unit={viewWords.causesUnit}
              means={measureWords.abandoned.means}
              column={viewWords.cause}
              lines={linesOf(measures)}
              n={measures.abandoned}
              none={viewWords.noCauses}
            />
          </>
        )}
      </Shown>
      <Shown of={series}>{(value) => <AbandonedChart series={value} csv={series.csv} />}</Shown>
      <Promised />
      <SplitTable entries={SPLIT} />
    </>
  );
}

function linesOf({ causes }: Measures) {
  return Object.entries(causes)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([cause, count]) => ({ name: causeName(cause), count, which: `cause:${cause}` }));
}

/** M17: what visitors were told about their wait, against what came of it. Nothing where nobody was told, or nobody can tell. */
function Promised() {
  const { state, csv } = useMeasures<MeasuresPromised>({ kind: 'measures/promised' });
  if (state.status !== 'ready' || !state.value.promised || state.value.promised.n === 0) return null;
  const { promised, isCut } = state.value;
  const parts = [
    ['inside', promised.inside],
    ['shorter', promised.shorter],
    ['longer', promised.longer],
  ] as const;
  return (
    <Card title={serviceStrings.promised} means={serviceStrings.promisedMore}>
      {parts.map(([part, count], index) => (
        <p key={part} class={index === 0 ? undefined : 'card-note'}>
          <Figure which={`promised:${part}`} measure={serviceStrings.promised} small={index > 0}>
            {percent(count / promised.n)}
          </Figure>{' '}
          {serviceStrings[part]} · {number(count)}
        </p>
      ))}
      <p class="card-note">
        <Figure which="promised:all" measure={serviceStrings.promised} small>
          {serviceStrings.promisedOf(number(promised.n))}
        </Figure>{' '}
        {isCut && ` (${serviceStrings.promisedLatest})`} ·{' '}
        <a class="figure figure-note" href={csv} download aria-label={chartWords.csvOf(serviceStrings.promised)}>
          {chartWords.csv}
        </a>
      </p>
    </Card>
  );
}
