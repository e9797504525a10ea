import type { MeasuresHistogram, Question } from '../../protocol/wire/measures.ts';
import { askFacts } from './ask-facts.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

const SECONDS = [
  0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400,
];
const EDGES_MS = SECONDS.map((seconds) => seconds * 1_000);
/** How many were how long, by the clock that was asked for. */
export async function readHistogram(
  context: Context,
  _subject: AgentSubject,
  { question, of }: { question: Question; of: MeasuresHistogram['of'] },
): Promise<Done<MeasuresHistogram>> {
  const at = context.clock.now();
  const counts = await askFacts(context, 'histogram', { question, of, edgesMs: EDGES_MS });
  return answered({ question, at, of, edgesMs: EDGES_MS, ...counts });
}
