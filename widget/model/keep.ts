import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../protocol/client/sender.ts';
import type { Shelf } from './ports.ts';

/** Names on the shelf. `chat` is also read by the loader: this visitor has something here worth the panel (W3). */
export const NAMES = { token: 'token', chat: 'chat', left: 'left', skipped: 'skipped', draft: 'draft' } as const;
const OUT = 'out:';

/** The outbox on the shelf, one name for each message: tabs never overwrite each other's list (W8). */
export function outboxOn(shelf: Shelf): OutboxKeep {
  return {
    load: () =>
      shelf
        .names()
        .filter((name) => name.startsWith(OUT))
        .flatMap((name) => readOutgoing(shelf.read(name))),
    put: (item) => shelf.write(OUT + item.clientId, JSON.stringify(item)),
    remove: (clientId) => shelf.write(OUT + clientId, null),
    listen: (changed) => shelf.listen((name) => name.startsWith(OUT) && changed()),
  };
}

/** The page's own scripts can write here too: only what has the shape of a message is one. */
function readOutgoing(text: string | null): Outgoing[] {
  try {
    const item = JSON.parse(text ?? 'null') as Outgoing | null;
    const known = item && typeof item.clientId === 'string' && typeof item.body === 'string';
    return known && typeof item.queuedAt === 'number' ? [item] : [];
  } catch {
    return [];
  }
}

/** Unsent messages of a visitor the relay no longer knows: they will open a conversation of the new one. */
export function freeOutgoing(keep: OutboxKeep): void {
  for (const item of keep.load()) keep.put({ ...item, conversationId: null, state: 'pending', error: undefined });
}
