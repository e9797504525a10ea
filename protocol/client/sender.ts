import type { Cancel, Clock } from '../kit/clock.ts';
import { type Answer, type ErrorCode, remedyOf } from '../wire/errors.ts';
import type { Placed } from '../wire/events.ts';
import {
  addOutgoing,
  changeOutgoing,
  nextOutgoing,
  type Outbox,
  type Outgoing,
  ordered,
  removeOutgoing,
} from './outbox.ts';

/** Where unsent messages survive a reload. Tabs of one browser share it. Never throws: it falls back to memory. */
export interface OutboxKeep {
  load(): Outgoing[];
  put(item: Outgoing): void;
  remove(clientId: string): void;
  /** Another tab changed it. */
  listen(changed: () => void): () => void;
}

export type Stored = Placed & { conversationId: string };

export interface SenderParts {
  clock: Clock;
  keep: OutboxKeep;
  /** Sends one message; answers where it was stored. Must not reject. */
  post(item: Outgoing): Promise<Answer<Stored>>;
  /** The list as it is now, after each change. */
  onChange(outbox: Outbox): void;
  /** Stored: show it at its place before it leaves the list. */
  onStored(item: Outgoing, stored: Stored): void;
  /** Asked to wait before the next try, ms; 0 when going on. */
  onHeld?(error: ErrorCode | null, waitMs: number): void;
}

/** The first wait after `unavailable` without a hint; doubles up to the last. */
const RETRY_MS_MIN = 1_000;
const RETRY_MS_MAX = 15_000;
/** A message that another tab wrote is left to that tab this long; then the tab is taken for gone. */
const FOREIGN_MS = 4_000;

/**
 * Drains an outbox: in order within a conversation, one at a time, until stored. At-least-once here plus the
 * relay's unique client ids make effectively once (P1). Tabs share one list: each sends what was written in it and
 * what a tab that is gone has left. Should two send the same, both send in the same order and wait for each answer,
 * so the relay knows the repeat and the order holds.
 */
export class Sender {
  #outbox: Outbox;
  #underWay = new Set<string>();
  #paused = true;
  #retry: Cancel | null = null;
  #look: Cancel | null = null;
  /** Messages that another tab wrote while this one watched, and since when this one knows of them. */
  #foreign = new Map<string, number>();
  #attempt = 0;
  readonly #parts: SenderParts;
  readonly #unlisten: () => void;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#outbox = ordered(parts.keep.load());
    this.#unlisten = parts.keep.listen(() => this.#reload());
  }

  get outbox(): Outbox {
    return this.#outbox;
  }

  /** False when the outbox is full: keep the text where it was written. */
  add(item: Outgoing): boolean {
    const outbox = addOutgoing(this.#outbox, item);
    if (!outbox) return false;
    this.#parts.keep.put(item);
    this.#set(outbox);
    this.#drain();
    return true;
  }

  /** The link is up: go on. */
  resume(): void {
    this.#paused = false;
    this.#attempt = 0;
    this.#stopWaiting();
    this.#drain();
  }

  /** The link is down: keep everything, send nothing. */
  pause(): void {
    this.#paused = true;
    this.#stopWaiting();
  }

  /** The person decided to try a failed one again, maybe in another conversation, or to leave it with us. */
  retry(clientId: string, conversationId?: string | null, more?: Pick<Outgoing, 'leave' | 'email'>): void {
    const item = this.#outbox.find((kept) => kept.clientId === clientId);
    if (item?.state !== 'failed') return;
    const again: Outgoing = {
      ...item,
      ...more,
      state: 'pending',
      error: undefined,
      conversationId: conversationId === undefined ? item.conversationId : conversationId,
    };
    this.#parts.keep.put(again);
    this.#set(changeOutgoing(this.#outbox, again));
    this.#drain();
  }

  /** The person takes a message back. One under way may still arrive. */
  discard(clientId: string): void {
    this.#parts.keep.remove(clientId);
    this.#set(removeOutgoing(this.#outbox, clientId));
  }

  dispose(): void {
    this.pause();
    this.#unlisten();
  }

  #drain(): void {
    if (this.#paused || this.#retry) return;
    for (const item of nextOutgoing(this.#outbox, this.#underWay)) {
      const leftMs = this.#leftToOwner(item.clientId);
      if (leftMs > 0) this.#lookAgain(leftMs);
      else void this.#send(item);
    }
  }

  #leftToOwner(clientId: string): number {
    const since = this.#foreign.get(clientId);
    return since === undefined ? 0 : since + FOREIGN_MS - this.#parts.clock.now();
  }

  #lookAgain(delayMs: number): void {
    this.#look ??= this.#parts.clock.after(delayMs, () => {
      this.#look = null;
      this.#drain();
    });
  }

  async #send(item: Outgoing): Promise<void> {
    this.#underWay.add(item.clientId);
    const answer = await this.#parts.post(item);
    this.#underWay.delete(item.clientId);
    if (answer.ok) {
      this.#attempt = 0;
      this.#parts.onHeld?.(null, 0);
      this.#settle(item, answer.value);
    } else if (remedyOf(answer.error) === 'later') {
      this.#hold(answer.error, answer.retryAfterMs);
    } else if (remedyOf(answer.error) === 'never') {
      this.#fail(item, answer.error);
    } else {
      // `reload` and `sign_in`: the connection's owner acts; the message stays pending.
      this.pause();
    }
    this.#drain();
  }

  #settle(item: Outgoing, stored: Stored): void {
    this.#parts.onStored(item, stored);
    this.#parts.keep.remove(item.clientId);
    const rest = removeOutgoing(this.#outbox, item.clientId);
    // What was written while the conversation was being opened belongs to the conversation that was opened.
    const moved = item.conversationId === null ? rest.map((kept) => this.#adopt(kept, stored.conversationId)) : rest;
    this.#set(moved);
  }

  #adopt(item: Outgoing, conversationId: string): Outgoing {
    if (item.conversationId !== null) return item;
    const adopted = { ...item, conversationId };
    this.#parts.keep.put(adopted);
    return adopted;
  }

  #fail(item: Outgoing, error: ErrorCode): void {
    const failed: Outgoing = { ...item, state: 'failed', error };
    this.#parts.keep.put(failed);
    this.#set(changeOutgoing(this.#outbox, failed));
  }

  #hold(error: ErrorCode, retryAfterMs: number | undefined): void {
    this.#attempt += 1;
    const waitMs = retryAfterMs ?? Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** (this.#attempt - 1));
    if (this.#paused) return;
    this.#stopWaiting();
    this.#retry = this.#parts.clock.after(waitMs, () => {
      this.#retry = null;
      this.#drain();
    });
    this.#parts.onHeld?.(error, waitMs);
  }

  #stopWaiting(): void {
    this.#retry?.();
    this.#retry = null;
    this.#look?.();
    this.#look = null;
  }

  #reload(): void {
    const known = new Set(this.#outbox.map((item) => item.clientId));
    const kept = ordered(this.#parts.keep.load());
    const now = this.#parts.clock.now();
    for (const item of kept) if (!known.has(item.clientId)) this.#foreign.set(item.clientId, now);
    const ids = new Set(kept.map((item) => item.clientId));
    for (const id of this.#foreign.keys()) if (!ids.has(id)) this.#foreign.delete(id);
    this.#set(kept);
    this.#drain();
  }

  #set(outbox: Outbox): void {
    this.#outbox = outbox;
    this.#parts.onChange(outbox);
  }
}
