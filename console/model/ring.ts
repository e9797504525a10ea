import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { isServedBy } from './inbox-sections.ts';
import type { Bell, Memory, Tabs } from './ports.ts';

type RingCause = 'assigned' | 'message';

/** What a change in the list is worth a sound: a conversation became mine, or its visitor wrote. */
function decideRing(
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  meId: string,
): RingCause | null {
  if (!isServedBy(after, meId)) return null;
  const wasMine = before !== undefined && isServedBy(before, meId);
  if (!wasMine) return 'assigned';
  const wrote = after.head > before.head && after.lastAuthor === 'visitor';
  return wrote && after.unread > before.unread ? 'message' : null;
}

export interface RingParts {
  bell: Bell;
  tabs: Tabs;
  memory: Memory;
  clock: Clock;
  meId: string;
  /** Whether the person looks at this conversation here and now. */
  isRead(conversationId: string): boolean;
}

/** A preference of this browser, not of the agent: it stays when somebody signs out. */
const MUTE_KEY = 'deskbell:console:muted';
/** Tabs that nobody looks at let one that somebody reads speak first. */
const YIELD_MS = 150;

/** Rings once for each event across all tabs, and not at all for what the person is reading. */
export class Ring {
  readonly muted = signal(false);
  readonly #parts: RingParts;

  constructor(parts: RingParts) {
    this.#parts = parts;
    this.muted.value = parts.memory.read(MUTE_KEY) === 'yes';
  }

  mute(muted: boolean): void {
    this.muted.value = muted;
    if (muted) this.#parts.memory.write(MUTE_KEY, 'yes');
    else this.#parts.memory.remove(MUTE_KEY);
  }

  hear(before: ConversationSummary | undefined, after: ConversationSummary): void {
    const cause = decideRing(before, after, this.#parts.meId);
    if (!cause) return;
    const name = `ring:${after.id}:${cause}:${after.head}`;
    if (cause === 'message' && this.#parts.isRead(after.id)) void this.#parts.tabs.claim(name);
    else this.#parts.clock.after(YIELD_MS, () => void this.#ring(name));
  }

  /** At once, for what cannot wait; in one tab only. */
  now(name: string): void {
    void this.#ring(`ring:${name}`);
  }

  async #ring(name: string): Promise<void> {
    if ((await this.#parts.tabs.claim(name)) && !this.muted.value) this.#parts.bell.ring();
  }
}
