import { Reader } from '../../../protocol/client/reader.ts';
import type { Answer } from '../../../protocol/wire/errors.ts';
import type { Position } from '../../../protocol/wire/events.ts';
import type { SyncPage } from '../../../protocol/wire/model.ts';
import type { History } from './history.ts';

/** The project's reader, with a history line for every entry that comes onto the screen. */
export function recordedReader(
  client: string,
  conversationId: string,
  history: History,
  sync: (position: Position) => Promise<Answer<SyncPage>>,
  onChange: () => void,
): Reader {
  let count = 0;
  return new Reader({
    conversationId,
    sync,
    onChange(timeline) {
      for (const entry of timeline.entries.slice(count)) {
        const clientId = entry.kind === 'message' ? entry.clientId : null;
        history.add({ client, conversationId, kind: 'shown', seq: entry.seq, clientId });
      }
      count = timeline.entries.length;
      onChange();
    },
  });
}
