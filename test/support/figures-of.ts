import type { Measures } from '../../protocol/wire/measures.ts';
import type { Outcome } from '../../protocol/wire/model.ts';
import { deriveFacts } from '../../server/domain/measures/derive-facts.ts';
import type { EpisodeFact } from '../../server/domain/measures/fact.ts';
import type { FactLine } from '../../server/store/fact-store.ts';
import type { Period, Store } from '../../server/store/store.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { readMeasures } from '../../server/usecases/read-measures.ts';

/** The figures of a period, as the report shows them. */
export async function measuresOf(context: Context, { from, to }: Period): Promise<Measures> {
  const question = { from, to, zone: 'UTC', clock: 'calendar' } as const;
  const { answer } = await readMeasures(context, { kind: 'agent' } as unknown as AgentSubject, {
    question,
    against: null,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.measures;
}

/** What the store knows of everything in it, one by one. */
export async function figuresOf(store: Store, now: number, { from, to }: Period) {
  const facts = (await factsOf(store, now)).filter(({ openedAt }) => openedAt >= from && openedAt < to);
  const outcomes: Partial<Record<Outcome, number>> = {};
  const scores = [0, 0, 0, 0, 0];
  for (const { outcome, score } of facts) {
    if (outcome !== null) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (score !== null) scores[score - 1] = (scores[score - 1] ?? 0) + 1;
  }
  const waits = facts.flatMap((fact) => fact.waits);
  const isAbandoned = ({ outcome }: EpisodeFact) => outcome?.startsWith('abandoned') ?? false;
  return {
    conversations: facts.length,
    answered: facts.filter((fact) => fact.waits.some(({ isAnswered }) => isAnswered)).length,
    abandoned: facts.filter(isAbandoned).length,
    closed: facts.filter(({ isClosed }) => isClosed).length,
    outcomes,
    scores,
    waits: lengthsOf(waits),
    firstWaits: lengthsOf(waits.filter(({ isFirst }) => isFirst)),
    queueMs: facts.filter(({ isServed }) => isServed).map(({ queue }) => queue.ms),
  };
}

/** What people read of each episode, the latest first. */
export async function linesOf(store: Store, now: number): Promise<FactLine[]> {
  const lines = await store.readFactLines(await factsOf(store, now));
  return lines.sort((one, other) => other.openedAt - one.openedAt || other.no - one.no || other.episode - one.episode);
}

async function factsOf(store: Store, now: number): Promise<EpisodeFact[]> {
  const changed = await store.listChangedAfter({ after: 0, limit: 100_000 });
  const rows = await store.readFacts(changed.map(({ no }) => no).sort((one, other) => one - other));
  return deriveFacts(rows, () => (begin, end) => end - begin, now);
}

function lengthsOf(waits: EpisodeFact['waits']) {
  const of = (isAnswered: boolean) =>
    waits.filter((wait) => wait.isAnswered === isAnswered).map(({ length }) => length.ms);
  return { answeredMs: of(true), censoredMs: of(false) };
}
