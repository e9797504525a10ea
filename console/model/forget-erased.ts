import type { Composing } from './composing.ts';
import type { FollowUps } from './follow-ups.ts';
import type { Senders } from './senders.ts';

interface Held {
  composing: Composing;
  senders: Senders;
  followUps: FollowUps;
}

/** J12, J13: the relay keeps nothing of it; what was begun for it in this browser, sent or stands beside it here goes, too. */
export function forgetErased(conversationId: string, { composing, senders, followUps }: Held): void {
  const isOf = (one: { conversationId?: string | null | undefined }) => one.conversationId === conversationId;
  const { drafts, noteDrafts, held, planned, questions, mentions } = composing;
  drafts.write(conversationId, '');
  noteDrafts.write(conversationId, '');
  for (const { clientId } of held.items.peek().filter(isOf)) held.undo(clientId);
  for (const { clientId } of senders.outbox.peek().filter(isOf)) senders.messages.discard(clientId);
  for (const { clientId } of senders.noteOutbox.peek().filter(isOf)) senders.notes.discard(clientId);
  if (planned.of(conversationId).length > 0) void planned.load(conversationId);
  if (questions.of(conversationId).length > 0) void questions.load(conversationId);
  if (mentions.all.peek().some(isOf)) void mentions.load();
  // A reminder keeps its time and loses its words.
  if (followUps.open.peek().some(isOf)) void followUps.load();
}
