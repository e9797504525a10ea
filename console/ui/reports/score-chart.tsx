import { Chart } from '../charts/chart.tsx';
import { ColumnChart } from '../charts/column-chart.tsx';
import { number } from '../format.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';

/** How often each score was given. */
export function ScoreChart({ scores }: { scores: readonly number[] }) {
  const names = scores.map((_, index) => viewWords.scoreOf(index + 1));
  return (
    <Chart
      title={viewWords.scores}
      unit={viewWords.scoresUnit}
      twin={{
        columns: [viewWords.score, words.nColumn],
        rows: scores.map((count, index) => [names[index] ?? '', number(count)]),
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
