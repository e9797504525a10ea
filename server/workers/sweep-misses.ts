import type { Clock } from '../../protocol/kit/clock.ts';
import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { decideDue } from '../domain/routing/answers.ts';
import { settingsFor } from '../domain/routing/standing.ts';
import type { AnswerDue } from '../store/routing-store.ts';
import type { Store } from '../store/store.ts';
import type { Handed } from '../store/team-store.ts';
import type { Notice } from '../usecases/context.ts';
import { tellEntries } from '../usecases/finish.ts';
import { readSettings } from '../usecases/read-settings.ts';
import type { Tell } from './tell.ts';

export interface SweepMissesParts {
  store: Pick<
    Store,
    | 'listLapsedOffers'
    | 'endOffer'
    | 'listAnswersDue'
    | 'settleAnswer'
    | 'missConversation'
    | 'readRoutingPlan'
    | 'listDepartments'
  >;
  clock: Clock;
  tell: Tell;
  wakeRouting: () => void;
}

/** R18: a ring that nobody answered goes to the next one; who is gone or away by now has missed nothing. */
export async function sweepOffers(parts: SweepMissesParts): Promise<void> {
  const { store, clock } = parts;
  const at = clock.now();
  const lapsed = await store.listLapsedOffers({ now: at, limit: SWEEP_ROWS_MAX });
  if (lapsed.length === 0) return;
  const settings = await readSettings(store);
  const results = await Promise.allSettled(
    lapsed.map(async ({ conversationId, version: expectVersion, departmentId, missed, agentId }) => {
      const { missesMax } = settingsFor(settings, departmentId);
      const how = missed ? 'missed' : 'gone';
      const written = await store.endOffer({ conversationId, expectVersion, how, missesMax, at });
      return noticesOf(written, agentId);
    }),
  );
  finish(parts, results);
}

/** R19: who does not answer in time loses it, and it goes to the next one. */
export async function sweepAnswers(parts: SweepMissesParts): Promise<void> {
  const { store, clock } = parts;
  const at = clock.now();
  const due = await store.listAnswersDue({ now: at, limit: SWEEP_ROWS_MAX });
  if (due.length === 0) return;
  const settings = await readSettings(store);
  const judge = async (one: AnswerDue): Promise<Notice[]> => {
    const { conversationId, version: expectVersion, agentId } = one;
    if (decideDue(one) === 'answered') {
      await store.settleAnswer({ conversationId, expectVersion, agentId });
      return [];
    }
    const { missesMax } = settingsFor(settings, one.departmentId);
    const miss = { conversationId, expectVersion, expectWaitingSince: one.waitingSince, missesMax, at };
    return noticesOf(await store.missConversation(miss), agentId);
  };
  finish(parts, await Promise.allSettled(due.map(judge)));
}

function noticesOf(written: (Handed & { away: boolean }) | { result: 'stale' }, agentId: string): Notice[] {
  if (written.result === 'stale') return [];
  const notices = tellEntries({ ...written, agentId });
  if (!written.away) return notices;
  const away = { tell: 'agentAvailability', agentId, availability: 'away', awayReason: 'missed' } as const;
  return [...notices, away, { tell: 'availability' }];
}

function finish({ tell, wakeRouting }: SweepMissesParts, results: PromiseSettledResult<Notice[]>[]): void {
  const notices = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  if (notices.length > 0) {
    tell(notices);
    wakeRouting();
  }
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
