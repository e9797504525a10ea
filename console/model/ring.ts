import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { Attention, Bell, Memory, Rung, Tabs } from './ports.ts';
import { privateKey } from './private-memory.ts';
import { decideRing, type Hearer } from './ring-cause.ts';

/** What is told, but for whether this machine makes sounds. */
export type Told = Omit<Rung, 'muted'>;

export interface RingParts extends Hearer {
  bell: Bell;
  tabs: Tabs;
  memory: Memory;
  clock: Clock;
  attention: Pick<Attention, 'visible' | 'looking'>;
  /** Whether the person looks at this conversation here and now. */
  isRead(conversationId: string): boolean;
}

/** A preference of this browser, not of the agent: it stays when somebody signs out. */
const MUTE_KEY = 'deskbell:console:muted';
/** The tab that is looked at speaks first, then one on the screen; a tab that the browser keeps silent, looked at or not, lets all others speak. */
const VISIBLE_YIELD_MS = 150;
const HIDDEN_YIELD_MS = 400;
const SILENT_YIELD_MS = 1_500;
/** Whoever comes back late, from sleep or from no network, does not tell again what another tab has told. */
const TOLD_MAX = 200;

/** Rings once for each event across all tabs, and not at all for what the person is reading. */
export class Ring {
  readonly muted = signal(false);
  readonly #parts: RingParts;
  readonly #toldKey: string;
  readonly #waiting = new Set<Cancel>();
  readonly #unlisten: () => void;

  constructor(parts: RingParts) {
    this.#parts = parts;
    this.#toldKey = privateKey(parts.meId, 'told');
    this.#readMuted();
    this.#unlisten = parts.memory.listen(MUTE_KEY, () => this.#readMuted());
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

  /** Also what is being read: it cannot wait. */
  now(name: string, told: Told = { kind: name.startsWith('followup') ? 'follow_up' : 'ask' }): void {
    this.#yield(`ring:${name}`, told);
  }

  dispose(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
    this.#unlisten();
  }

  #hear(kind: Rung['kind'], about: ConversationSummary, mark: number): void {
    const name = `ring:${about.id}:${kind}:${mark}`;
    const isRead = kind !== 'assigned' && kind !== 'lost' && this.#parts.isRead(about.id);
    if (isRead) void this.#claim(name);
    else this.#yield(name, toldOf(kind, about));
  }

  #yield(name: string, told: Told): void {
    const { attention, bell, clock } = this.#parts;
    const seenMs = attention.looking() ? 0 : attention.visible() ? VISIBLE_YIELD_MS : HIDDEN_YIELD_MS;
    const waitMs = seenMs + (bell.audible() ? 0 : SILENT_YIELD_MS);
    if (waitMs === 0) return void this.#ring(name, told);
    const cancel = clock.after(waitMs, () => {
      this.#waiting.delete(cancel);
      void this.#ring(name, told);
    });
    this.#waiting.add(cancel);
  }

  async #ring(name: string, told: Told): Promise<void> {
    if (await this.#claim(name)) this.#parts.bell.ring({ ...told, muted: this.muted.value });
  }

  /** The lock keeps tabs apart that hear of it together; the list, those that hear of it later. */
  async #claim(name: string): Promise<boolean> {
    const { tabs, memory } = this.#parts;
    if (!(await tabs.claim(name))) return false;
    const kept = memory.read(this.#toldKey);
    const told = kept ? kept.split('\n') : [];
    if (told.includes(name)) return false;
    memory.write(this.#toldKey, [name, ...told].slice(0, TOLD_MAX).join('\n'));
    return true;
  }

  /** Said in any tab, it holds in all of this browser. */
  #readMuted(): void {
    this.muted.value = this.#parts.memory.read(MUTE_KEY) === 'yes';
  }
}

function toldOf(kind: Rung['kind'], { id, visitor, lastText }: ConversationSummary): Told {
  const said = kind === 'low_rating' || kind === 'at_risk' ? undefined : lastText;
  return { kind, conversationId: id, who: visitor.email ?? visitor.label, made: visitor.email === null, text: said };
}
