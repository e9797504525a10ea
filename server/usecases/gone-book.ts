import { GONE_NOTED_AFTER_MS, GONE_REMEMBERED_MAX, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { goneBy } from '../domain/measures/gone.ts';
import type { Gone } from '../store/fact-store.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';

/**
 * Visitors whose last connection went (M7). A page that turns to the next one comes back within seconds and costs no write; whoever stays away is
 * written down once, and once more when she is seen again.
 */
interface GoneBook {
  /** By visitor, the longest gone first: not written yet. */
  waiting: Map<string, Gone>;
  /** By visitor: the conversation that says so. */
  written: Map<string, string>;
  /** Conversations whose visitor was seen again. */
  back: Set<string>;
}

type GoneContext = { store: Pick<Store, 'noteGone' | 'noteBack' | 'listGone'> } & Pick<Context, 'clock'>;

const books = new WeakMap<object, GoneBook>();

function bookOf(store: object): GoneBook {
  let book = books.get(store);
  if (!book) {
    book = { waiting: new Map(), written: new Map(), back: new Set() };
    books.set(store, book);
  }
  return book;
}

/** At the start: who was gone when the relay stopped, and may come back now. */
export async function rereadGone({ store }: GoneContext): Promise<void> {
  const { written } = bookOf(store);
  for (const { visitorId, conversationId } of await store.listGone()) written.set(visitorId, conversationId);
}

/** `reason`: what the socket said of its end. */
export function noteGone(
  { store, clock }: GoneContext,
  visitorId: string,
  { conversationId, reason }: { conversationId: string; reason: string },
): void {
  const how = goneBy(reason);
  if (how === null) return;
  const { waiting } = bookOf(store);
  waiting.delete(visitorId);
  if (waiting.size < GONE_REMEMBERED_MAX) waiting.set(visitorId, { conversationId, how, at: clock.now() });
}

/** By whatever carrier she comes. */
export function noteSeen({ store }: GoneContext, visitorId: string): void {
  const { waiting, written, back } = bookOf(store);
  waiting.delete(visitorId);
  const conversationId = written.get(visitorId);
  if (conversationId === undefined) return;
  written.delete(visitorId);
  back.add(conversationId);
}

/** A slice each time; what could not be written stays for the next. */
export async function writeGone({ store, clock }: GoneContext): Promise<void> {
  const book = bookOf(store);
  const back = [...book.back].slice(0, SWEEP_ROWS_MAX);
  if (back.length > 0) {
    await store.noteBack(back);
    for (const one of back) book.back.delete(one);
  }
  const due: [string, Gone][] = [];
  for (const one of book.waiting) {
    if (due.length === SWEEP_ROWS_MAX || one[1].at + GONE_NOTED_AFTER_MS > clock.now()) break;
    due.push(one);
  }
  if (due.length > 0) await write({ store, clock }, due);
}

/** Whether she is gone, and if so written down: an end that comes now must find it. */
export async function settleGone({ store, clock }: GoneContext, visitorId: string): Promise<boolean> {
  const { waiting, written } = bookOf(store);
  const one = waiting.get(visitorId);
  if (one) await write({ store, clock }, [[visitorId, one]]);
  return written.has(visitorId);
}

async function write({ store }: GoneContext, due: [string, Gone][]): Promise<void> {
  const book = bookOf(store);
  const open = new Set(await store.noteGone(due.map(([, one]) => one)));
  for (const [visitorId, one] of due) {
    // Whoever came while it was written is here again.
    if (book.waiting.get(visitorId) === one) book.waiting.delete(visitorId);
    else if (open.has(one.conversationId)) {
      book.back.add(one.conversationId);
      continue;
    }
    if (open.has(one.conversationId)) remember(book, visitorId, one.conversationId);
  }
}

function remember({ written }: GoneBook, visitorId: string, conversationId: string): void {
  written.set(visitorId, conversationId);
  if (written.size <= GONE_REMEMBERED_MAX) return;
  const oldest = written.keys().next();
  if (!oldest.done) written.delete(oldest.value);
}
