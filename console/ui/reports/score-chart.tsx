import { Chart } from '../charts/chart.tsx';
import { ColumnChart } from '../charts/column-chart.tsx';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { usePlace } from './use-measures.ts';

/** How often each score was given. */
export function ScoreChart({ scores }: { scores: readonly number[] }) {
  const app = useApp();
  const place = usePlace();
  const names = scores.map((_, index) => viewWords.scoreOf(index + 1));
  return (
    <Chart
      title={viewWords.scores}
      unit={viewWords.scoresUnit}
      twin={{
        columns: [viewWords.score, words.nColumn],
        rows: scores.map((count, index) => [names[index] ?? '', number(count)]),
        hrefOf: (line) => app.hrefOf({ ...place, which: `score:${line + 1}` }),
      }}
    >
      <ColumnChart
        labels={scores.map((_, index) => String(index + 1))}
        layers={[{ name: viewWords.scores, values: scores }]}
        spell={number}
      />
    </Chart>
  );
}
