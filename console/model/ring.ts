import { signal } from '@preact/signals';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { Bell, Memory, Rung, Tabs } from './ports.ts';
import { decideRing, type Hearer } from './ring-cause.ts';

/** What is told, but for whether this machine makes sounds. */
export type Told = Omit<Rung, 'muted'>;

export interface RingParts extends Hearer {
  bell: Bell;
  tabs: Tabs;
  memory: Memory;
  clock: Clock;
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
    const cause = decideRing(before, after, this.#parts);
    if (cause) this.#hear(cause, after, after.head);
  }

  /** Its visitor waits so long that the target is at risk. */
  risk(summary: ConversationSummary): void {
    this.#hear('at_risk', summary, summary.waitingSince ?? 0);
  }

  /** At once, for what cannot wait; in one tab only. */
  now(name: string, told: Told = { kind: name.startsWith('followup') ? 'follow_up' : 'ask' }): void {
    void this.#ring(`ring:${name}`, told);
  }

  #hear(kind: Rung['kind'], about: ConversationSummary, mark: number): void {
    const name = `ring:${about.id}:${kind}:${mark}`;
    const isRead = kind !== 'assigned' && kind !== 'lost' && this.#parts.isRead(about.id);
    if (isRead) void this.#parts.tabs.claim(name);
    else this.#parts.clock.after(YIELD_MS, () => void this.#ring(name, toldOf(kind, about)));
  }

  async #ring(name: string, told: Told): Promise<void> {
    if (await this.#parts.tabs.claim(name)) this.#parts.bell.ring({ ...told, muted: this.muted.value });
  }
}

function toldOf(kind: Rung['kind'], { id, visitor, lastText }: ConversationSummary): Told {
  const said = kind === 'low_rating' || kind === 'at_risk' ? undefined : lastText;
  return { kind, conversationId: id, who: visitor.email ?? visitor.label, text: said };
}
