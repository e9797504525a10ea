import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { namedAgents, tellMentions } from './mentions.ts';

/** Words for the team only, in any state of the conversation (T10). */
export async function addNote(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['note:add']['in'],
): Promise<Done<AgentCommands['note:add']['out']>> {
  const { conversationId, clientId, body } = input;
  const authorId = subject.agent.id;
  const mentions = await namedAgents(context, authorId, input.mentions ?? []);
  const at = context.clock.now();
  const written = await context.store.addNote({ conversationId, authorId, clientId, body, mentions, at });
  switch (written.result) {
    case 'not_found':
    case 'cid_conflict':
      return refused(written.result);
    case 'duplicate':
      return answered({ number: written.number, at: written.at });
    case 'added': {
      const { agentId, entry, change } = written;
      return answered({ number: entry.number, at: entry.at }, [
        { tell: 'team', conversationId, agentId, entries: [entry] },
        { tell: 'inbox', change },
        ...(entry.kind === 'note' ? await tellMentions(context, conversationId, entry) : []),
      ]);
    }
  }
}
