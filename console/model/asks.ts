import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import type { Inbox } from './inbox.ts';

export interface AsksParts {
  connection: AgentConnection;
  inbox: Pick<Inbox, 'asking'>;
  clock: Clock;
  meId: string;
  /** The relay's time, moving each second. */
  now: ReadonlySignal<number>;
  /** The same while nobody sees it. */
  read(): number;
  ring(name: string): void;
}

/** Somebody wants me for this conversation, and waits for my word: a colleague, or routing itself (`offer`). */
export interface OpenAsk {
  summary: ConversationSummary;
  kind: 'transfer' | 'invite' | 'offer';
  /** Empty for an offer. */
  byName: string;
  note: string | null;
  leftMs: number;
}

/** It rings again this often until there is an answer: at the same instants in all tabs, so that one rings and any can go on. */
const RING_EVERY_MS = 5_000;
/** The question is among the team's last entries of its conversation. */
const LOOK_BACK = 10;

/** Questions to me, by colleagues (T5) and by routing (R18): they ring in all my tabs, and are answered once (T13). */
export class Asks {
  readonly open: ReadonlySignal<OpenAsk[]>;
  readonly busy = signal(false);
  readonly refused = signal<ErrorCode | null>(null);
  readonly #parts: AsksParts;
  readonly #notes = signal<ReadonlyMap<string, string>>(new Map());
  readonly #known = new Set<string>();
  #again: Cancel | null = null;

  constructor(parts: AsksParts) {
    this.#parts = parts;
    this.open = computed(() => this.#open());
  }

  /** The list moved: new questions ring, and their words are fetched. */
  follow(): void {
    const open = this.open.peek();
    for (const ask of open) {
      const key = keyOf(ask.summary);
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#parts.ring(key);
      if (ask.kind !== 'offer') void this.#readNote(ask.summary, key);
    }
    if (open.length > 0 && !this.#again) this.#ringOn();
    if (open.length === 0) this.#stop();
  }

  accept(conversationId: string): Promise<boolean> {
    return this.#answer(conversationId, 'accept');
  }

  decline(conversationId: string): Promise<boolean> {
    return this.#answer(conversationId, 'decline');
  }

  dispose(): void {
    this.#stop();
  }

  #open(): OpenAsk[] {
    const now = this.#parts.now.value;
    const notes = this.#notes.value;
    const found: OpenAsk[] = [];
    for (const summary of this.#parts.inbox.asking.value) {
      const { ask, offer } = summary;
      if (offer?.agent.id === this.#parts.meId && offer.until > now) {
        found.push({ summary, kind: 'offer', byName: '', note: null, leftMs: offer.until - now });
      }
      if (ask?.to.id !== this.#parts.meId || ask.until <= now) continue;
      const note = notes.get(keyOf(summary)) ?? null;
      found.push({ summary, kind: ask.kind, byName: ask.by.name, note, leftMs: ask.until - now });
    }
    return found.sort((one, other) => one.leftMs - other.leftMs);
  }

  async #answer(conversationId: string, word: 'accept' | 'decline'): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.refused.value = null;
    const answer = await this.#send(conversationId, word);
    this.busy.value = false;
    if (!answer.ok) this.refused.value = answer.error;
    return answer.ok;
  }

  #send(conversationId: string, word: 'accept' | 'decline'): Promise<Answer<unknown>> {
    const { connection } = this.#parts;
    const isOffer = this.open.peek().some((ask) => ask.summary.id === conversationId && ask.kind === 'offer');
    return connection.send(isOffer ? `offer:${word}` : `ask:${word}`, { conversationId });
  }

  async #readNote(summary: ConversationSummary, key: string): Promise<void> {
    const afterNumber = Math.max(0, summary.teamHead - LOOK_BACK);
    const answer = await this.#parts.connection.send('team:sync', { conversationId: summary.id, afterNumber });
    if (!answer.ok) return;
    const asked = answer.value.entries.findLast((entry) => entry.kind === 'asked');
    if (asked?.kind === 'asked' && asked.note) this.#notes.value = new Map([...this.#notes.value, [key, asked.note]]);
  }

  #ringOn(): void {
    const now = this.#parts.read();
    const beat = Math.ceil(now / RING_EVERY_MS + 0.5);
    this.#again = this.#parts.clock.after(beat * RING_EVERY_MS - now, () => {
      this.#again = null;
      if (this.open.peek().length === 0) return;
      this.#parts.ring(`asks:${beat}`);
      this.#ringOn();
    });
  }

  #stop(): void {
    this.#again?.();
    this.#again = null;
  }
}

function keyOf(summary: ConversationSummary): string {
  return `${summary.id}:${summary.ask?.until ?? summary.offer?.until ?? 0}`;
}
