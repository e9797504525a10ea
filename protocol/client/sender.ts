import type { Cancel, Clock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { type Answer, type ErrorCode, remedyOf } from '../wire/errors.ts';
import type { Placed } from '../wire/events.ts';
import { RECONNECT_DELAY_MS_MIN, RESEND_DELAY_MS_MAX } from '../wire/limits.ts';
import { backoffMs } from './backoff.ts';
import type { Lead } from './lead.ts';
import {
  addOutgoing,
  changeOutgoing,
  nextOutgoing,
  type Outbox,
  type Outgoing,
  ordered,
  removeOutgoing,
} from './outbox.ts';
import type { OutboxKeep } from './outbox-keep.ts';

export type Stored = Placed & { conversationId: string };
/** What a person wrote; when it was and what became of it is the sender's to say. */
export type Written = Omit<Outgoing, 'state' | 'error' | 'queuedAt'>;

export interface SenderParts {
  clock: Clock;
  random: Random;
  keep: OutboxKeep;
  lead: Lead;
  /** Sends one message; answers where it was stored. Must not reject. */
  post(item: Outgoing): Promise<Answer<Stored>>;
  /** The list as it is now, after each change. */
  onChange(outbox: Outbox): void;
  /** Stored: show it at its place before it leaves the list. */
  onStored(item: Outgoing, stored: Stored): void;
  /** Asked to wait before the next try, ms; 0 when going on. */
  onHeld?(error: ErrorCode | null, waitMs: number): void;
  /** Refused for ever as it is. Another shape of the same message goes on without the person; undefined: she decides. */
  rescue?(item: Outgoing, error: ErrorCode): Outgoing | undefined;
}

/** The tab that leads is taken for gone when messages wait and nothing happens to them this long. */
const LEAD_SILENT_MS_MAX = 1_500;

/**
 * Drains an outbox: in order within a conversation, one at a time, until stored. At-least-once here plus the
 * relay's unique client ids make effectively once (P1). Tabs share one list, and one of them sends (P8). Should two send
 * the same, because the first was taken for gone, both send in the same order and wait for each answer, so the relay
 * knows the repeat and the order holds.
 */
export class Sender {
  #outbox: Outbox;
  #underWay = new Set<string>();
  #paused = true;
  #retry: Cancel | null = null;
  #look: Cancel | null = null;
  #attempt = 0;
  readonly #parts: SenderParts;
  readonly #unlisten: () => void;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#outbox = ordered(parts.keep.load());
    this.#unlisten = parts.keep.listen(() => this.reload());
    parts.lead.listen(() => this.#drain());
  }

  get outbox(): Outbox {
    return this.#outbox;
  }

  /** False when the outbox is full: keep the text where it was written. */
  add(written: Written): boolean {
    // A clock that was set back must not put this one before what is still unsent.
    const after = (this.#outbox.at(-1)?.queuedAt ?? 0) + 1;
    const item: Outgoing = { ...written, state: 'pending', queuedAt: Math.max(this.#parts.clock.now(), after) };
    const outbox = addOutgoing(this.#outbox, item);
    if (!outbox) return false;
    this.#parts.keep.put(item);
    this.#parts.lead.wrote(true);
    this.#set(outbox);
    this.#drain();
    return true;
  }

  /** The link is up: go on. */
  resume(): void {
    this.#paused = false;
    this.#attempt = 0;
    this.#stopWaiting();
    this.#parts.lead.want(true);
    this.#drain();
  }

  /** The link is down: keep everything, send nothing, and let another tab try. */
  pause(): void {
    this.#paused = true;
    this.#stopWaiting();
    this.#parts.lead.want(false);
  }

  /** The person decided to try a failed one again, maybe in another conversation, under another id, or left with us. */
  retry(
    clientId: string,
    changed: Partial<Pick<Outgoing, 'clientId' | 'conversationId' | 'leave' | 'intake' | 'email' | 'seenSeq'>> = {},
  ): void {
    const item = this.#outbox.find((kept) => kept.clientId === clientId);
    if (item?.state === 'failed') this.#change(item, { ...item, ...changed, state: 'pending', error: undefined });
    this.#drain();
  }

  /** The person takes a message back. One under way may still arrive. */
  discard(clientId: string): void {
    this.#parts.keep.remove(clientId);
    this.#set(removeOutgoing(this.#outbox, clientId));
  }

  /** What is kept may be another list by now. */
  reload(): void {
    const kept = ordered(this.#parts.keep.load());
    const known = new Set(this.#outbox.map((item) => item.clientId));
    if (kept.some((item) => !known.has(item.clientId))) this.#parts.lead.wrote(false);
    this.#set(kept);
    this.#drain();
  }

  dispose(): void {
    this.pause();
    this.#unlisten();
  }

  #drain(): void {
    if (this.#paused || this.#retry || !this.#parts.keep.isOpen()) return;
    const next = nextOutgoing(this.#outbox, this.#underWay);
    if (!this.#parts.lead.holds()) this.#watch(next.length > 0);
    else for (const item of next) void this.#send(item);
  }

  /** Another tab sends. Each change shows that it lives. */
  #watch(isWaiting: boolean): void {
    this.#look?.();
    this.#look = !isWaiting
      ? null
      : this.#parts.clock.after(LEAD_SILENT_MS_MAX, () => {
          this.#look = null;
          if (!this.#parts.lead.holds()) this.#parts.lead.take();
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
      this.#change(item, this.#parts.rescue?.(item, answer.error) ?? { ...item, state: 'failed', error: answer.error });
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

  #change(item: Outgoing, changed: Outgoing): void {
    // Taken back meanwhile: then it stays away.
    if (!this.#outbox.some((kept) => kept.clientId === item.clientId)) return;
    this.#parts.keep.put(changed);
    if (changed.clientId !== item.clientId) this.#parts.keep.remove(item.clientId);
    this.#set(changeOutgoing(this.#outbox, item.clientId, changed));
  }

  #hold(error: ErrorCode, retryAfterMs: number | undefined): void {
    this.#attempt += 1;
    // Only this person's own allowance needs no jitter: everybody else is asked to wait at the same time.
    const jitterMs = error === 'rate_limited' ? 0 : backoffMs(this.#attempt, this.#parts.random, RESEND_DELAY_MS_MAX);
    const waitMs = Math.max(retryAfterMs ?? RECONNECT_DELAY_MS_MIN, jitterMs);
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

  #set(outbox: Outbox): void {
    this.#outbox = outbox;
    this.#parts.onChange(outbox);
  }
}
