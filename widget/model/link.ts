import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ConnectionState } from '../../protocol/client/connection.ts';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

/**
 * What the person is told of the connection. `quiet`: nothing worth saying, yet. `behind`: the link is there, but more is
 * stored than what stands here.
 */
export type Link = 'quiet' | 'connecting' | 'online' | 'offline' | 'behind';

/** What mends itself within this time is not worth a word (W10). */
const SAID_AFTER_MS = 800;

export interface LinkWatch {
  link: ReadonlySignal<Link>;
  enter(state: ConnectionState): void;
  /** Whether what is held is known not to be the latest. */
  lag(isBehind: boolean): void;
  dispose(): void;
}

export function watchLink(clock: Clock): LinkWatch {
  const link = signal<Link>('quiet');
  let cancel: Cancel | null = null;
  let failed = false;
  const behind = signal(false);
  let lagging: Cancel | null = null;

  const settle = (next: Link) => {
    cancel?.();
    cancel = null;
    failed = false;
    link.value = next;
  };
  const say = () => {
    link.value = failed ? 'offline' : 'connecting';
  };

  return {
    link: computed(() => (link.value === 'online' && behind.value ? 'behind' : link.value)),
    enter({ status }) {
      if (status === 'online' || status === 'refused') return settle(status === 'online' ? 'online' : 'quiet');
      failed ||= status === 'offline';
      if (link.value === 'connecting' || link.value === 'offline') return say();
      cancel ??= clock.after(SAID_AFTER_MS, say);
    },
    lag(isBehind) {
      lagging?.();
      behind.value = false;
      lagging = isBehind ? clock.after(SAID_AFTER_MS, () => (behind.value = true)) : null;
    },
    /** The chat rests on purpose: nothing is wrong. */
    dispose: () => settle('quiet'),
  };
}
