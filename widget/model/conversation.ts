import { type ReadonlySignal, signal } from '@preact/signals';
import { Reader } from '../../protocol/client/reader.ts';
import type { Timeline } from '../../protocol/client/timeline.ts';
import { standingOf } from '../../protocol/client/timeline.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { Position } from '../../protocol/wire/events.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';

export interface Follower {
  timeline: ReadonlySignal<Timeline | null>;
  /** The reader to give a fact of this conversation to; null where it is not ours to show. */
  readerOf(conversationId: string): Reader | null;
  /** Whatever was said while we were away. */
  catchUp(): void;
  /** Forget what is held: another epoch or another visitor. */
  drop(): void;
}

/** Follows the visitor's latest conversation: a new one takes the place of one that has ended, never of a live one. */
export function followConversation(sync: (position: Position) => Promise<Answer<SyncPage>>): Follower {
  const timeline = signal<Timeline | null>(null);
  let reader: Reader | null = null;

  const drop = () => {
    reader?.dispose();
    reader = null;
    timeline.value = null;
  };

  return {
    timeline,
    readerOf(conversationId) {
      if (reader?.timeline.conversationId === conversationId) return reader;
      // An empty timeline is one whose first page is still on its way: as live as any.
      if (reader && (reader.timeline.last === 0 || standingOf(reader.timeline).status !== 'closed')) return null;
      drop();
      reader = new Reader({
        conversationId,
        sync,
        onChange: (changed) => {
          timeline.value = changed;
        },
      });
      return reader;
    },
    catchUp: () => void reader?.catchUp(),
    drop,
  };
}
