import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { isServedBy } from './inbox-sections.ts';
import type { Bell, Memory, Rung, Tabs } from './ports.ts';

type RingCause = 'assigned' | 'message' | 'lost';

/** What a change in the list is worth a sound: a conversation became mine, or its visitor wrote. */
function decideRing(
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  meId: string,
): RingCause | null {
  const wasMine = before !== undefined && isServedBy(before, meId);
  // Given back to the queue or to a colleague while its visitor waits: I have missed it (NT10).
  if (wasMine && after.status === 'queued' && after.waitingSince !== null) return 'lost';
  if (!isServedBy(after, meId)) return null;
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
    else this.#parts.clock.after(YIELD_MS, () => void this.#ring(name, rungOf(cause, after)));
  }

  /** At once, for what cannot wait; in one tab only. */
  now(name: string): void {
    const kind = name.startsWith('followup') ? 'follow_up' : name.startsWith('mention') ? 'mention' : 'ask';
    void this.#ring(`ring:${name}`, { kind });
  }

  async #ring(name: string, rung: Omit<Rung, 'muted'>): Promise<void> {
    if (await this.#parts.tabs.claim(name)) this.#parts.bell.ring({ ...rung, muted: this.muted.value });
  }
}

function rungOf(kind: RingCause, { id, visitor, lastText }: ConversationSummary): Omit<Rung, 'muted'> {
  return { kind, conversationId: id, who: visitor.email ?? visitor.label, text: lastText };
}
