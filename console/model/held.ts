import { type ReadonlySignal, signal } from '@preact/signals';
import type { Sender, Written } from '../../protocol/client/sender.ts';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { PlannedClose } from '../../protocol/wire/composer.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** A message that waits for its last seconds in which it can be called back (D8). */
export interface HeldMessage extends Written {
  /** By this browser's clock. */
  until: number;
  /** The conversation ends when it is stored (D9). */
  close?: PlannedClose | undefined;
}

export interface HeldParts {
  clock: Clock;
  memory: Memory;
  agentId: string;
  sender: Pick<Sender, 'add' | 'retry' | 'discard'>;
  /** The team's choice, or 0 where this person wants none. */
  holdMs: ReadonlySignal<number>;
  /** It is in the outbox: its draft is no draft any more. */
  onReleased(item: HeldMessage): void;
  /** The outbox is full: the text goes back to where it was written. */
  onReturned(item: HeldMessage): void;
}

/**
 * Between the box and the outbox, in this browser's memory, so that a tab that crashes loses nothing: the next console of this
 * agent sends what was due. Two tabs that send the same send one, by its `clientId`.
 */
export class Held {
  readonly items = signal<readonly HeldMessage[]>([]);
  readonly #parts: HeldParts;
  readonly #prefix: string;
  readonly #timers = new Map<string, Cancel>();
  readonly #unlisten: () => void;
  #close: PlannedClose | undefined;

  constructor(parts: HeldParts) {
    this.#parts = parts;
    this.#prefix = privateKey(parts.agentId, 'held:');
    this.#unlisten = parts.memory.listen(this.#prefix, () => this.#read());
  }

  /** Takes up what an earlier page left. */
  open(): void {
    this.#read();
  }

  /** What a thread sees of the outbox: what it adds waits here first. */
  readonly sender = {
    add: (written: Written): boolean => this.#add(written),
    retry: (...given: Parameters<Sender['retry']>) => this.#parts.sender.retry(...given),
    discard: (clientId: string) => this.#parts.sender.discard(clientId),
  };

  /** `send` adds one; the conversation ends when that one is stored. */
  closing(close: PlannedClose, send: () => boolean): boolean {
    this.#close = close;
    const sent = send();
    this.#close = undefined;
    return sent;
  }

  /** The one that can be called back; null: none. */
  of(conversationId: string): HeldMessage | null {
    return this.items.value.findLast((item) => item.conversationId === conversationId) ?? null;
  }

  /** Called back, for the box; null where it left in the same moment. */
  undo(clientId: string): HeldMessage | null {
    const item = this.items.peek().find((one) => one.clientId === clientId) ?? null;
    if (item) this.#forget(item);
    return item;
  }

  /** Now. */
  release(clientId: string): void {
    const item = this.items.peek().find((one) => one.clientId === clientId);
    if (!item) return;
    const { until, close, ...written } = item;
    const isTaken = this.#parts.sender.add(written);
    this.#forget(item);
    if (isTaken) this.#parts.onReleased(item);
    else this.#parts.onReturned(item);
  }

  dispose(): void {
    this.#unlisten();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #add(written: Written): boolean {
    const { conversationId, clientId } = written;
    // In order: what was held before goes first.
    for (const one of this.items.peek()) if (one.conversationId === conversationId) this.release(one.clientId);
    const holdMs = this.#parts.holdMs.peek();
    const item: HeldMessage = { ...written, until: this.#parts.clock.now() + holdMs, close: this.#close };
    if (holdMs > 0) {
      this.#parts.memory.write(this.#prefix + clientId, JSON.stringify(item));
      this.#read();
      return true;
    }
    if (!this.#parts.sender.add(written)) return false;
    this.#parts.onReleased(item);
    return true;
  }

  #forget(item: HeldMessage): void {
    this.#parts.memory.remove(this.#prefix + item.clientId);
    this.#read();
  }

  /** The memory is the truth, for all tabs: one that was called back elsewhere is gone here, too. */
  #read(): void {
    const { memory, clock } = this.#parts;
    const found = memory
      .keys(this.#prefix)
      .flatMap((key) => readHeld(memory.read(key)))
      .sort((one, other) => one.until - other.until);
    for (const [id, cancel] of this.#timers) {
      if (found.some(({ clientId }) => clientId === id)) continue;
      cancel();
      this.#timers.delete(id);
    }
    this.items.value = found;
    for (const { clientId, until } of found) {
      if (this.#timers.has(clientId)) continue;
      const waitMs = Math.max(0, until - clock.now());
      this.#timers.set(
        clientId,
        clock.after(waitMs, () => this.release(clientId)),
      );
    }
  }
}

/** Another build may have written something else there. */
function readHeld(text: string | null): HeldMessage[] {
  try {
    const item = JSON.parse(text ?? 'null') as HeldMessage | null;
    return typeof item?.clientId === 'string' && typeof item.body === 'string' ? [item] : [];
  } catch {
    return [];
  }
}
