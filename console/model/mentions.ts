import { computed, signal } from '@preact/signals';
import type { Mention } from '../../protocol/wire/composer.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Latest } from './load.ts';
import type { Told } from './ring.ts';

export interface MentionsParts {
  connection: AgentConnection;
  /** Once over all tabs. */
  ring(name: string, told: Told): void;
}

/** Notes that name me (D10, D11). */
export class Mentions {
  /** The latest first. */
  readonly all = signal<readonly Mention[]>([]);
  readonly unread = computed(() => this.all.value.filter(({ seenAt }) => seenAt === null));
  /** Conversations in which I was named and have not looked since. */
  readonly ids = computed(() => new Set(this.unread.value.map(({ conversationId }) => conversationId)));
  readonly #parts: MentionsParts;
  readonly #latest = new Latest();

  constructor(parts: MentionsParts) {
    this.#parts = parts;
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') void this.load();
    else if (event.name === 'mention:added') this.#heard(event.payload.mention);
    else if (event.name === 'mention:cleared') this.#clear(event.payload.conversationId, event.payload.upToNumber);
  }

  /** What is newer than its answer has it asked again (Z13). */
  async load(): Promise<void> {
    const mayTake = this.#latest.ask();
    const answer = await this.#parts.connection.send('mention:list', {});
    if (!answer.ok) return;
    if (!mayTake()) return this.load();
    this.all.value = answer.value.mentions;
  }

  /** This conversation is looked at. */
  seen(conversationId: string): void {
    const found = this.unread.peek().filter((one) => one.conversationId === conversationId);
    if (found.length === 0) return;
    const upToNumber = Math.max(...found.map(({ number }) => number));
    this.#clear(conversationId, upToNumber);
    void this.#parts.connection.send('mention:seen', { conversationId, upToNumber });
  }

  #heard(mention: Mention): void {
    const isKnown = this.all
      .peek()
      .some((one) => one.conversationId === mention.conversationId && one.number === mention.number);
    if (isKnown) return;
    this.#latest.tell();
    this.all.value = [mention, ...this.all.peek()];
    const { conversationId, number, by, text } = mention;
    this.#parts.ring(`mention:${conversationId}:${number}`, { kind: 'mention', conversationId, who: by.name, text });
  }

  #clear(conversationId: string, upToNumber: number): void {
    this.#latest.tell();
    this.all.value = this.all
      .peek()
      .map((one) =>
        one.conversationId === conversationId && one.number <= upToNumber && one.seenAt === null
          ? { ...one, seenAt: one.at }
          : one,
      );
  }
}
