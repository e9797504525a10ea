import { number } from './format.ts';
import { strings } from './strings.ts';

const words = strings.reports;

const WIDTH = 240;
const ROW = 22;
const BAR_START = 20;
const BAR_MAX = 180;

/** Bars from zero with their numbers beside them, and the same numbers as a table one press away. */
export function ScoreChart({ scores }: { scores: readonly number[] }) {
  const most = Math.max(1, ...scores);
  const rows = scores.map((count, index) => ({ score: index + 1, count })).reverse();
  return (
    <div class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${ROW * rows.length}`} aria-hidden="true" direction="ltr">
        {rows.map(({ score, count }, index) => (
          <g key={score} transform={`translate(0 ${index * ROW})`}>
            <text x="0" y="15">
              {score}
            </text>
            <rect
              x={BAR_START}
              y="4"
              width={Math.max(count === 0 ? 0 : 2, (count / most) * BAR_MAX)}
              height="14"
              rx="3"
            />
            <text x={BAR_START + (count / most) * BAR_MAX + 6} y="15">
              {number(count)}
            </text>
          </g>
        ))}
        <line x1={BAR_START - 0.5} x2={BAR_START - 0.5} y1="0" y2={ROW * rows.length} />
      </svg>
      <details>
        <summary>{words.scoresTable}</summary>
        <table>
          <thead>
            <tr>
              <th class="cell" scope="col">
                {words.score}
              </th>
              <th class="cell" scope="col">
                {words.answers}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ score, count }) => (
              <tr key={score}>
                <th class="cell" scope="row">
                  {score}
                </th>
                <td class="cell">{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
