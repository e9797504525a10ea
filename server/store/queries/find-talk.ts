import type { Talk } from '../notice-store.ts';
import { type Operation, row } from './operation.ts';
import { prepare } from './prepare.ts';

const find = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .select(['visitor.label', 'conversation.email', 'last_text', 'department_id', 'agent_id', 'status', 'unread'])
    .where('conversation.id', '=', p.id),
);

/** The words of a notice about a conversation (NT4). */
export function* findTalk(id: string): Operation<Talk | undefined> {
  const found = yield* row(find, { id });
  if (!found) return undefined;
  const { label, email, last_text: lastText, department_id: departmentId, agent_id: agentId, unread } = found;
  return { label, email, lastText, departmentId, agentId, unread, isOpen: found.status !== 'closed' };
}
