import type { FileRules } from '../../protocol/wire/files.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadConversation } from './load-conversation.ts';
import { loadServiceBook } from './service-book.ts';

type Subject = VisitorSubject | AgentSubject;

/** What may be sent, to be said before anything is chosen (F7). */
export async function readFileRules(
  context: Context,
  subject: Subject,
  input: { conversationId?: string },
): Promise<Done<FileRules>> {
  const siteId = await siteOf(context, subject, input.conversationId);
  return typeof siteId === 'string' ? answered(await readRulesOf(context, siteId)) : siteId;
}

/** Of the conversation, if this subject may know it; of the visitor where it is not open yet. */
export async function siteOf(
  context: Context,
  subject: Subject,
  conversationId: string | undefined,
): Promise<string | Done<never>> {
  if (conversationId === undefined)
    return subject.kind === 'visitor'
      ? subject.siteId
      : refused('invalid_payload', { field: 'conversationId', hint: 'An agent names the conversation.' });
  return (await loadConversation(context, subject, conversationId))?.siteId ?? refused('not_found');
}

export async function readRulesOf(context: Context, siteId: string): Promise<FileRules> {
  const { on, bytesMax, kinds } = (await loadServiceBook(context)).settingsOf(siteId).files;
  return { on, bytesMax, kinds };
}
