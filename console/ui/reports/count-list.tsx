import { Chart } from '../charts/chart.tsx';
import { RowBar } from '../charts/small-charts.tsx';
import { number, percent } from '../format.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { Figure } from './figure.tsx';

export interface CountLine {
  name: string;
  count: number;
  /** The rows behind it. */
  which: string | null;
}

interface Props {
  title: string;
  unit: string;
  means?: string | undefined;
  column: string;
  lines: readonly CountLine[];
  /** What the parts add up to. */
  n: number;
  none: string;
  csv?: string | undefined;
  /** All bars of one kind, or each with its own fill as in the chart over time. */
  fills?: boolean;
}

/** Parts of a whole as bars from zero with their numbers: the picture is the table. */
export function CountList({ title, unit, means, column, lines, n, none, csv, fills }: Props) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <Chart title={title} unit={unit} means={means} csv={csv} twin={{ columns: [], rows: [] }} picture="table">
      {lines.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <table class="twin counts">
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <td class="counts-bar" />
              <th scope="col" class="cell-figure">
                {words.nColumn}
              </th>
              <th scope="col" class="cell-figure">
                {viewWords.shareColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, count, which }, index) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="counts-bar">
                  <RowBar part={count} of={most} fill={fills ? index : 0} />
                </td>
                <td class="cell-figure">
                  {which === null ? (
                    number(count)
                  ) : (
                    <Figure which={which} measure={name} small>
                      {number(count)}
                    </Figure>
                  )}
                </td>
                <td class="cell-figure">{n === 0 ? words.none : percent(count / n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Chart>
  );
}
