import { locked } from './conversation-row.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

/*
 * Locks are taken in one order everywhere, so that no two writes wait for each other:
 * visitor, conversation, site (for the limit of its queue), wrap-up, agent, installation (the change).
 */

const byId = prepare<{ id: string }>()((db, p, dialect) =>
  locked(db.selectFrom('visitor').select('email').where('id', '=', p.id), dialect),
);
const ofConversation = prepare<{ conversationId: string }>()((db, p, dialect) =>
  locked(
    db
      .selectFrom('visitor')
      .select('id')
      .where('id', '=', (eb) =>
        eb.selectFrom('conversation').select('visitor_id').where('conversation.id', '=', p.conversationId),
      ),
    dialect,
  ),
);
const email = prepare<{ id: string; email: string }>()((db, p) =>
  db.updateTable('visitor').set({ email: p.email }).where('id', '=', p.id),
);

/** Two tabs of one visitor that open at once: the second sees what the first opened (C1). */
export function* lockVisitor(id: string): Operation<{ email: string | null } | undefined> {
  return yield* row(byId, { id });
}

export function* lockVisitorOf(conversationId: string): Operation<void> {
  yield* row(ofConversation, { conversationId });
}

export function* keepEmail(visitorId: string, address: string): Operation<void> {
  yield* run(email, { id: visitorId, email: address });
}
