import type { Placed } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { Conversation } from '../store/store.ts';
import type { Context } from './context.ts';

/**
 * Where the last entry of this kind stands: the answer to a command whose work was done before. Few entries follow such a
 * change, so one page from the end holds it; otherwise the head is answered, which is never too low.
 */
export async function findPlace(context: Context, state: Conversation, kind: Entry['kind']): Promise<Placed> {
  const page = await context.store.readPage({
    conversationId: state.id,
    afterSeq: Math.max(0, state.head - SYNC_ENTRIES_MAX),
    limit: SYNC_ENTRIES_MAX,
  });
  const found = page?.entries.findLast((entry) => entry.kind === kind);
  return found ? { seq: found.seq, at: found.at } : { seq: state.head, at: state.closedAt ?? context.clock.now() };
}
