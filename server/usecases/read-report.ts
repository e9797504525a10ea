import { REPORT_PROMISES_MAX } from '../../protocol/wire/limits.ts';
import type { Report } from '../../protocol/wire/report.ts';
import { readPromisedWaits } from '../domain/queue/back-test.ts';
import { readCsat } from '../domain/rating.ts';
import { readSpread } from '../domain/response-time.ts';
import type { Period } from '../store/store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { readBusinessWaits } from './read-business-waits.ts';

/** The figures of a period, each with its n (docs/measures.md). */
export async function readReport(context: Context, _subject: AgentSubject, input: Period): Promise<Done<Report>> {
  const { from, to } = input;
  const facts = await context.store.readReport({ from, to });
  return answered({
    from,
    to,
    conversations: facts.conversations,
    answered: facts.answered,
    abandoned: facts.abandoned,
    firstResponse: readSpread(facts.firstWaits),
    firstResponseInHours: await readBusinessWaits(context, facts.firstSpans),
    response: readSpread(facts.waits),
    queue: readSpread({ answeredMs: facts.queueMs, censoredMs: [] }),
    csat: readCsat(facts.scores, facts.closed),
    outcomes: facts.outcomes,
    promisedWaits: readPromisedWaits(await context.store.listPromises({ from, to, limit: REPORT_PROMISES_MAX })),
  });
}
