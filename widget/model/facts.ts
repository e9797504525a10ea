import type { ConnectionEvent } from '../../protocol/client/connection.ts';
import type { VisitorFacts } from '../../protocol/wire/events.ts';
import { type Cells, closedOnly } from './chat-state.ts';
import type { Follower } from './conversation.ts';
import type { TypingIn } from './typing.ts';

/** Puts what the relay tells where it belongs. The greeting is the session's (session.ts). */
export function receiveFacts(cells: Cells, follower: Follower, typing: TypingIn) {
  return (event: ConnectionEvent<VisitorFacts>): void => {
    if (event.kind !== 'fact') return;
    switch (event.name) {
      case 'entry:added': {
        const { conversationId, entry } = event.payload;
        follower.readerOf(conversationId)?.addEntry(entry);
        // Whoever has said it, or has gone, does not write any more.
        if (entry.kind !== 'message' || entry.author === 'agent') typing.set(false);
        return;
      }
      case 'receipt:changed':
        follower.readerOf(event.payload.conversationId)?.addMarks(event.payload.marks);
        return;
      case 'heads:told':
        for (const [id, head] of Object.entries(event.payload.heads)) follower.readerOf(id)?.addHead(head);
        return;
      case 'typing:changed':
        if (event.payload.by === 'agent') typing.set(event.payload.typing);
        return;
      case 'availability:changed':
        cells.available.value = event.payload.available;
        return;
      case 'service:changed':
        cells.service.value = closedOnly(event.payload);
        return;
      case 'front:changed':
        cells.front.value = event.payload;
        return;
      case 'queue:moved':
        cells.told.value = event.payload;
        return;
      default:
        return;
    }
  };
}
