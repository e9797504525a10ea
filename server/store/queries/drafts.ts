import type { Draft, DraftOut } from '../../../protocol/wire/composer.ts';
import type { WriteDraft } from '../composer-store.ts';
import { lockConversation } from './conversation-row.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

interface Key {
  agentId: string;
  no: number;
  kind: Draft['kind'];
}

const held = prepare<Key>()((db, p) =>
  db
    .selectFrom('draft')
    .select(['body', 'version'])
    .where('agent_id', '=', p.agentId)
    .where('conversation_no', '=', p.no)
    .where('kind', '=', p.kind),
);
const keep = prepare<Key & { body: string; version: number }>()((db, p) =>
  db
    .insertInto('draft')
    .values({ agent_id: p.agentId, conversation_no: p.no, kind: p.kind, body: p.body, version: p.version })
    .onConflict((conflict) =>
      conflict.columns(['agent_id', 'conversation_no', 'kind']).doUpdateSet({ body: p.body, version: p.version }),
    ),
);
const remove = prepare<Key>()((db, p) =>
  db
    .deleteFrom('draft')
    .where('agent_id', '=', p.agentId)
    .where('conversation_no', '=', p.no)
    .where('kind', '=', p.kind),
);
const latest = prepare<{ agentId: string; limit: number }>()((db, p) =>
  db
    .selectFrom('draft')
    .innerJoin('conversation', 'conversation.no', 'draft.conversation_no')
    .select(['conversation.id as conversationId', 'draft.kind', 'draft.body', 'draft.version'])
    .where('draft.agent_id', '=', p.agentId)
    .orderBy('draft.version', 'desc')
    .limit(p.limit),
);
const beyond = prepare<{ agentId: string; max: number }>()((db, p) =>
  db
    .selectFrom('draft')
    .select('version')
    .where('agent_id', '=', p.agentId)
    .orderBy('version', 'desc')
    .offset(p.max)
    .limit(1),
);
const removeOld = prepare<{ agentId: string; version: number }>()((db, p) =>
  db.deleteFrom('draft').where('agent_id', '=', p.agentId).where('version', '<=', p.version),
);

/** A version is the instant of its writing, or one more than the last: so it rises over a removal, too. */
export function* writeDraft(input: WriteDraft): Operation<DraftOut | { result: 'not_found' }> {
  const { conversationId, kind, body, basedOn, agentId, at, max } = input;
  // The lock makes two devices wait for each other.
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const key = { agentId, no: state.no, kind };
  const before = yield* row(held, key);
  const version = before?.version ?? 0;
  if (before?.body === body || (!before && body === '')) {
    return { result: 'kept', draft: { conversationId, kind, body, version } };
  }
  if (version !== basedOn) {
    return { result: 'stale', draft: { conversationId, kind, body: before?.body ?? '', version } };
  }
  const next = Math.max(at, version + 1);
  if (body === '') {
    yield* run(remove, key);
    return { result: 'kept', draft: { conversationId, kind, body, version: 0 } };
  }
  yield* run(keep, { ...key, body, version: next });
  const old = before ? undefined : yield* row(beyond, { agentId, max });
  if (old) yield* run(removeOld, { agentId, version: old.version });
  return { result: 'kept', draft: { conversationId, kind, body, version: next } };
}

export function* listDrafts(input: { agentId: string; limit: number }): Operation<Draft[]> {
  return yield* rows(latest, input);
}
