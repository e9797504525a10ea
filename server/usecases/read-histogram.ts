import type { MeasuresHistogram, Question } from '../../protocol/wire/measures.ts';
import { NOWHERE } from '../domain/measures/count-columns.ts';
import { LENGTHS, type LengthDefinition, type LengthName, at as valueAt } from '../domain/measures/definitions.ts';
import { groupColumns } from '../domain/measures/group-columns.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { createGrouper } from './count-measures.ts';
import { answered } from './finish.ts';
import { readColumns } from './read-columns.ts';

const SECONDS = [
  0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400,
];
const EDGES_MS = SECONDS.map((seconds) => seconds * 1_000);
/** Of lengths that have one. */
const IN_HOURS: Partial<Record<LengthName, LengthName>> = {
  firstResponse: 'firstResponseInHours',
  response: 'responseInHours',
  queue: 'queueInHours',
  resolution: 'resolutionInHours',
};

/** How many were how long, by the clock that was asked for. */
export async function readHistogram(
  context: Context,
  _subject: AgentSubject,
  { question, of }: { question: Question; of: MeasuresHistogram['of'] },
): Promise<Done<MeasuresHistogram>> {
  const name = question.clock === 'business' ? (IN_HOURS[of] ?? of) : of;
  const definition: LengthDefinition = LENGTHS[name];
  const counts = { ended: EDGES_MS.map(() => 0), going: EDGES_MS.map(() => 0) };
  const at = context.clock.now();
  const grouper = createGrouper(context, question, null);
  for await (const { columns, skipped } of readColumns(context, question)) {
    const [value, ended, only] = [definition.value(columns), definition.ended(columns), definition.only?.(columns)];
    for (const grouping of groupColumns(columns, grouper, skipped)) {
      const rows = definition.over === 'wait' ? grouping.waits : grouping.episodes;
      for (let row = 0; row < rows.length; row += 1) {
        const coded = valueAt(value, row);
        if (rows[row] === NOWHERE || coded === 0 || (only && only[row] === 0)) continue;
        const bins = ended[row] === 1 ? counts.ended : counts.going;
        const bin = binOf(coded - 1);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
    }
  }
  return answered({ question, at, of, edgesMs: EDGES_MS, answered: counts.ended, unanswered: counts.going });
}

function binOf(ms: number): number {
  const after = EDGES_MS.findIndex((edge) => edge > ms);
  return after < 0 ? EDGES_MS.length - 1 : after - 1;
}
