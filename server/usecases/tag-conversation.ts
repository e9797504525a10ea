import type { AgentCommands } from '../../protocol/wire/events.ts';
import { TAGS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

/** U7: what the team says it is about, in any state; the same again changes nothing. */
export async function tagConversation(
  context: Context,
  _subject: AgentSubject,
  { conversationId, add, remove }: AgentCommands['conversation:tag']['in'],
): Promise<Done<{ tags: string[] }>> {
  const written = await context.store.tagConversation({ conversationId, add, remove, max: TAGS_MAX });
  if (written.result === 'not_found') return refused('not_found');
  if (written.result === 'too_many')
    return refused('invalid_payload', { field: 'add', hint: `At most ${TAGS_MAX} tags. Remove one first.` });
  if (written.result === 'same') return answered({ tags: written.tags });
  return answered({ tags: written.tags }, [{ tell: 'inbox', change: written.change }]);
}
