import { createGrouper } from './counted.ts';
import { LENGTHS, type LengthDefinition } from './definitions.ts';
import type { HistogramAnswer, Piece, TaskOf } from './fact-tasks.ts';
import { groupColumns } from './group-columns.ts';
import { NOWHERE } from './grouping.ts';
import { lengthNameOf } from './stretch.ts';

/** How many were how long, by the clock that was asked for. O(rows × log edges). */
export function countHistogram(task: TaskOf<'histogram'>, pieces: readonly Piece[]): HistogramAnswer {
  const { question, wall, edgesMs } = task;
  const definition: LengthDefinition = LENGTHS[lengthNameOf(task.of, question.clock)];
  const edges = Float64Array.from(edgesMs);
  const found = { answered: edgesMs.map(() => 0), unanswered: edgesMs.map(() => 0) };
  const grouper = createGrouper(question, null, wall);
  for (const { columns, skipped } of pieces) {
    const [value, ended, only] = [definition.value(columns), definition.ended(columns), definition.only?.(columns)];
    const grouping = groupColumns(columns, grouper, skipped);
    const rows = definition.over === 'wait' ? grouping.waits : grouping.episodes;
    for (let row = 0; row < rows.length; row += 1) {
      const coded = value[row] as number;
      if (rows[row] === NOWHERE || coded === 0 || (only && only[row] === 0)) continue;
      const bins = ended[row] === 1 ? found.answered : found.unanswered;
      const bin = lastNotAbove(edges, coded - 1);
      bins[bin] = (bins[bin] as number) + 1;
    }
  }
  return found;
}

export function addHistograms({ edgesMs }: TaskOf<'histogram'>, parts: readonly HistogramAnswer[]): HistogramAnswer {
  const sum = (name: keyof HistogramAnswer) =>
    edgesMs.map((_, bin) => parts.reduce((all, part) => all + (part[name][bin] as number), 0));
  return { answered: sum('answered'), unanswered: sum('unanswered') };
}

function lastNotAbove(edges: Float64Array, ms: number): number {
  let [low, high] = [0, edges.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= ms) low = middle;
    else high = middle;
  }
  return low;
}
