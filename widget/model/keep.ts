import type { Ahead, OutboxKeep } from '../../protocol/client/outbox-keep.ts';
import type { Shelf } from './ports.ts';

/** Names on the shelf. `chat` is also read by the loader: this visitor has something here worth the panel (W3). */
export const NAMES = {
  token: 'token',
  who: 'who',
  chat: 'chat',
  left: 'left',
  skipped: 'skipped',
  draft: 'draft',
  muted: 'muted',
} as const;
const OUT = 'out:';

/** What stands ahead of the outbox's database: one name for each message, so tabs never overwrite each other's (W8). */
export function aheadOn(shelf: Shelf): Ahead {
  return {
    ids: () => shelf.names().flatMap((name) => (name.startsWith(OUT) ? name.slice(OUT.length) : [])),
    read: (id) => shelf.read(OUT + id),
    write: (id, text) => shelf.write(OUT + id, text),
    listen: (changed) => shelf.listen((name) => name.startsWith(OUT) && changed()),
  };
}

/** Unsent messages of a visitor the relay no longer knows: they will open a conversation of the new one. */
export function freeOutgoing(keep: OutboxKeep): void {
  for (const item of keep.load()) keep.put({ ...item, conversationId: null, state: 'pending', error: undefined });
}
