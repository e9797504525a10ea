import type { ErrorCode } from '../wire/errors.ts';
import type { Page } from '../wire/events.ts';
import type { IntakeIn } from '../wire/front.ts';
import { OUTBOX_MESSAGES_MAX } from '../wire/limits.ts';

/** A message on its way: kept until the relay has stored it, or the person takes it back. */
export interface Outgoing {
  clientId: string;
  /** Null: it opens a conversation. */
  conversationId: string | null;
  body: string;
  email?: string | undefined;
  page?: Page | undefined;
  /** It is left with us: also where the queue is full (Q5). */
  leave?: boolean | undefined;
  /** What was asked before it begins (B4). */
  intake?: IntakeIn | undefined;
  /** Whom the page had named by a signed token when it was written: nobody else sends it (I5). Never sent. */
  by?: string | undefined;
  /** An agent's: what it answers (C19), and what she had seen when she began (C20). */
  quote?: number | undefined;
  seenSeq?: number | undefined;
  /** `failed` only where the person must decide; everything else stays `pending` and is tried again. */
  state: 'pending' | 'failed';
  error?: ErrorCode | undefined;
  /** Order of writing: this browser's clock, or one more than the last kept where that clock was set back. Never sent. */
  queuedAt: number;
}

export type Outbox = readonly Outgoing[];

/** Undefined when OUTBOX_MESSAGES_MAX are kept already: the text must stay where the person wrote it. */
export function addOutgoing(outbox: Outbox, item: Outgoing): Outbox | undefined {
  if (outbox.some((kept) => kept.clientId === item.clientId)) return outbox;
  if (outbox.length >= OUTBOX_MESSAGES_MAX) return undefined;
  return ordered([...outbox, item]);
}

export function removeOutgoing(outbox: Outbox, clientId: string): Outbox {
  return outbox.filter((kept) => kept.clientId !== clientId);
}

export function changeOutgoing(outbox: Outbox, clientId: string, item: Outgoing): Outbox {
  return outbox.map((kept) => (kept.clientId === clientId ? item : kept));
}

/**
 * What to send now: the first pending one of each conversation, in order of writing, unless an earlier one of
 * the same conversation is under way. One that opens a conversation may end up in any of this person's: it waits for
 * all before it, and all after it wait. Failed ones wait for the person and hold up nobody.
 */
export function nextOutgoing(outbox: Outbox, underWay: ReadonlySet<string>): Outgoing[] {
  const busy = new Set<string>();
  const next: Outgoing[] = [];
  for (const item of outbox) {
    if (item.state === 'failed') continue;
    const { conversationId } = item;
    const mustWait = conversationId === null ? busy.size > 0 : busy.has(conversationId);
    if (!mustWait && !underWay.has(item.clientId)) next.push(item);
    if (conversationId === null) break;
    busy.add(conversationId);
  }
  return next;
}

/** Two tabs' lists as one: by time of writing, then by id, so that every tab sees the same order. */
export function ordered(items: readonly Outgoing[]): Outbox {
  return [...items].sort((a, b) => a.queuedAt - b.queuedAt || (a.clientId < b.clientId ? -1 : 1));
}

/** The page's own scripts can write where this is kept: only what has the shape of a message is one. */
export function parseOutgoing(kept: unknown): Outgoing[] {
  try {
    const item = (typeof kept === 'string' ? JSON.parse(kept) : kept) as Outgoing | null;
    const known = item && typeof item.clientId === 'string' && typeof item.body === 'string';
    return known && typeof item.queuedAt === 'number' ? [item] : [];
  } catch {
    return [];
  }
}
