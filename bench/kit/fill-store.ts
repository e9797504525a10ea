import type { Store } from '../../server/store/store.ts';
import type { Ids } from '../../server/usecases/context.ts';
import { TEXT_BYTES } from './stage.ts';

const MESSAGES_EACH = 50;
/** So many are written by the store itself; a larger number is copies of them (copy-rows.ts). */
export const TEMPLATE_MESSAGES = 1_000;
const BODY = 'What people wrote before you came. '.repeat(10).slice(0, TEXT_BYTES);

/** Fills the store with closed conversations of fifty messages, by its own methods, so that it stays true to them. */
export async function fillStore(store: Store, ids: Ids, siteId: string, messages: number): Promise<void> {
  const conversations = Math.ceil(Math.min(messages, TEMPLATE_MESSAGES) / MESSAGES_EACH);
  await Promise.all(Array.from({ length: conversations }, () => fillOne(store, ids, siteId)));
}

async function fillOne(store: Store, ids: Ids, siteId: string): Promise<void> {
  const conversationId = ids.conversation();
  const visitorId = ids.visitor();
  const at = Date.now() - 24 * 3_600_000;
  const write = (number: number) => ({
    author: 'visitor' as const,
    authorId: visitorId,
    clientId: `fill-${conversationId}-${number}`,
    body: BODY,
    at: at + number * 1_000,
  });
  await store.addVisitor({ id: visitorId, siteId, tokenHash: ids.hash(ids.secret('vst')), at });
  await store.openConversation({
    conversationId,
    siteId,
    visitorId,
    message: write(0),
    email: null,
    pageUrl: null,
    pageTitle: null,
  });
  const opened = await store.findConversation(conversationId);
  const expectVersion = opened?.version ?? 0;
  for (let number = 1; number < MESSAGES_EACH; number++) {
    await store.appendMessage({ conversationId, expectVersion, message: write(number) });
  }
  await store.closeConversation({
    conversationId,
    expectVersion,
    by: 'system',
    byAgentId: null,
    outcome: 'resolved',
    at: at + MESSAGES_EACH * 1_000,
  });
}
