import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { MESSAGE_CHARS_MAX, MESSAGE_EDIT_MS } from '../../protocol/wire/limits.ts';
import type { Chat } from './chat-view.ts';
import { cleanText, isSendable } from './text.ts';
import type { Line } from './thread.ts';

/** What the visitor may do with a message that stands in the thread. */
export interface Offered {
  answer: boolean;
  edit: boolean;
  remove: boolean;
}

export interface Revising {
  charsMax: number;
  offered(line: Line, now: number): Offered;
  /** Null: done. Otherwise why not, and the words stay with who wrote them. */
  edit(line: Line, body: string): Promise<ErrorCode | null>;
  remove(line: Line): Promise<ErrorCode | null>;
}

/** Screens on which she can write. */
const WRITING = ['start', 'nobody', 'waiting', 'unattended', 'active'];

/** A message that was sent gets other words, or none (C18). The relay decides again; the same said twice is done once. */
export function createRevising(chat: Chat, newClientId: () => string): Revising {
  const run = async ({ seq = 0 }: Line, body?: string): Promise<ErrorCode | null> => {
    const conversationId = chat.timeline.peek()?.conversationId;
    if (!conversationId) return 'not_found';
    const where = { conversationId, seq, clientId: newClientId() };
    const answer = await (body === undefined
      ? chat.ask('message:remove', where)
      : chat.ask('message:edit', { ...where, body }));
    if (!answer.ok) return answer.error;
    // The fact of it is told to the other tabs only.
    chat.catchUp();
    return null;
  };

  return {
    charsMax: MESSAGE_CHARS_MAX,
    offered({ state, at, file }, now) {
      const writes = WRITING.includes(chat.screen.value);
      const remove = state !== 'received' && now - at <= MESSAGE_EDIT_MS;
      return { answer: writes && chat.canEnd.value, edit: remove && writes && !file, remove };
    },
    // Nothing, or the same, is no change.
    edit: async (line, body) =>
      !isSendable(body) || cleanText(body) === line.body ? null : run(line, cleanText(body)),
    remove: (line) => run(line),
  };
}
