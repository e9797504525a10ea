import { may } from '../../../protocol/wire/permissions.ts';
import { closeConversation } from '../close-conversation.ts';
import type { AgentSubject, Context, Done, Notice } from '../context.ts';
import type { FileVault } from '../file-vault.ts';
import { answered, refused } from '../finish.ts';
import { recentConversationsOf } from '../recent-conversations.ts';
import { rereadBlocks } from './block-book.ts';

const FORBIDDEN = { hint: 'Owners and administrators erase people.' };

/** J12: the person goes at once, and her tabs begin anew as somebody else; her conversations follow in small steps. */
export async function erasePerson(
  context: Context,
  { agent }: AgentSubject,
  { visitorId }: { visitorId: string },
): Promise<Done<{ erasing: number }>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const begun = await context.store.beginErasure({ visitorId, byId: agent.id, at: context.clock.now() });
  if (begun === 'not_found') return refused('not_found');
  await rereadBlocks(context);
  return answered(
    { erasing: begun.ended.length },
    begun.ended.map((id): Notice => ({ tell: 'visitorEnded', visitorId: id, error: 'unauthorized' })),
  );
}

export interface Emptied {
  /** How many conversations this step has emptied. */
  conversations: number;
  notices: Notice[];
}

/** One step. An open conversation ends before, as if she had left. First the record, then the bytes: a kill between leaves a stray (F8). */
export async function eraseSome(context: Context, vault: Pick<FileVault, 'remove'>, limit: number): Promise<Emptied> {
  const { store, clock } = context;
  const notices: Notice[] = [];
  let conversations = 0;
  for (const { conversationId, visitorId, isOpen } of await store.listToErase(limit)) {
    if (isOpen) {
      const visitor = { kind: 'visitor', visitorId, siteId: '' } as const;
      notices.push(...(await closeConversation(context, visitor, { conversationId })).notices);
    }
    const erased = await store.eraseConversation({ conversationId, at: clock.now() });
    if (typeof erased === 'string') continue;
    recentConversationsOf(store).forget(conversationId);
    for (const name of erased.vaultNames) await vault.remove(name);
    notices.push({ tell: 'inbox', change: erased.change });
    conversations += 1;
  }
  return { conversations, notices };
}
