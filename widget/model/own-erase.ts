import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { Chat } from './chat-view.ts';
import { NAMES } from './keep.ts';
import type { Shelf } from './ports.ts';

export interface EraseParts {
  chat: Pick<
    Chat,
    | 'open'
    | 'token'
    | 'away'
    | 'outgoing'
    | 'discard'
    | 'write'
    | 'writeEmail'
    | 'startNew'
    | 'intake'
    | 'quote'
    | 'drop'
  >;
  post(token: string): Promise<Answer<unknown>>;
  /** What this browser holds of the chat: for all tabs, and of this tab. */
  shelves: readonly Shelf[];
}

/**
 * J15: with the relay first, then here. The link is let go meanwhile, because the relay ends it: it comes back, as somebody
 * new, with `leave`. Null: it is done.
 */
export function createErasing({ chat, post, shelves }: EraseParts) {
  let unanswered = false;
  const forget = (token: string | null) => {
    for (const { clientId } of chat.outgoing.peek()) chat.discard(clientId);
    chat.write('');
    chat.writeEmail('');
    chat.intake.value = undefined;
    chat.quote.value = null;
    chat.startNew();
    chat.drop();
    // Another tab may be somebody new already.
    for (const shelf of shelves)
      for (const name of shelf.names()) if (name !== NAMES.token || shelf.read(name) === token) shelf.write(name, null);
  };
  return {
    async erase(): Promise<ErrorCode | null> {
      const token = chat.token();
      chat.away.value = true;
      const answer = token ? await post(token) : ({ ok: true, value: null } as const);
      // A token that opens nothing any more, after a try that was never answered: that try did it.
      const done = answer.ok || (answer.error === 'unauthorized' && unanswered);
      if (done) {
        forget(token);
        return null;
      }
      unanswered = answer.error === 'unavailable';
      chat.away.value = false;
      return answer.error;
    },
    /** Closed meanwhile, it stays without a link until it is opened again: nobody new is made for nothing. */
    leave(): void {
      const stop = chat.open.subscribe((open) => {
        if (!open) return;
        chat.away.value = false;
        void Promise.resolve().then(() => stop());
      });
    },
  };
}
