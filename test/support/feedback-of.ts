import { createHash } from 'node:crypto';
import type { FeedbackFilter, FeedbackReport } from '../../protocol/wire/feedback.ts';
import { systemZones } from '../../server/platform/zone-offset.ts';
import type { Store } from '../../server/store/store.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { readFeedback } from '../../server/usecases/read-feedback.ts';
import { FAR } from '../contract/world.ts';

/** What a use case that only reads figures needs beside a store. */
function readingContext(store: Store, now: number): Context {
  const ids = { hash: (text: string) => createHash('sha256').update(text).digest('hex') };
  return { store, clock: { now: () => now }, ids, zones: systemZones } as unknown as Context;
}

/** What was said at any time. */
export async function feedbackOf(store: Store, now: number, which: FeedbackFilter = 'all'): Promise<FeedbackReport> {
  const asked = { from: 0, to: FAR, which, limit: 50 };
  const { answer } = await readFeedback(readingContext(store, now), {} as AgentSubject, asked);
  if (!answer.ok) throw new Error(answer.hint);
  return answer.value;
}
