import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import type { ThreadItem } from '../model/thread-items.ts';
import { useApp } from './context.ts';
import { useKeysOf } from './keys.tsx';
import { quote } from './message-tools.tsx';
import { messageWords as words } from './strings-of-messages.ts';
import { useCommands } from './use-commands.ts';
import type { VirtualLog } from './use-virtual-log.ts';

/** Where to go: a message, a note, or what is new. */
type Target = { seq: number } | { note: number } | 'unread';

interface Parts {
  thread: Thread;
  items: readonly ThreadItem[];
  box: RefObject<HTMLElement | null>;
  log: VirtualLog;
  /** The end is not followed any more. */
  leave(): void;
}

/** To the first unread message, to what a message answers, and to where a link leads. */
export function useJumps({ thread, items, box, log, leave }: Parts) {
  const app = useApp();
  const [target, setTarget] = useState<Target | null>(null);
  const asked = useRef<Target | null>(null);
  const go = (next: Target) => {
    asked.current = next;
    const seq = placeOf(next, thread);
    const reading = thread.reading.peek();
    const arriveAt = () => {
      leave();
      setTarget(next);
    };
    if (seq === null || reading.holds(seq)) return arriveAt();
    // Of a long thread it may have to be read first.
    void reading.show(seq).then((isShown) => {
      if (asked.current !== next) return;
      if (isShown) arriveAt();
      else if (reading.failed.peek()) app.notice.show('not_done');
    });
  };
  useLink(thread, items, go);
  const tries = useRef(0);
  // Drawn piece by piece: first near the place, again while heights become known, then the place itself.
  useLayoutEffect(() => {
    if (target === null) return;
    const element = box.current?.querySelector<HTMLElement>(selectorOf(target)) ?? null;
    const index = items.findIndex((item) => holds(item, target));
    const arrived = element !== null && (!log.isLong || isInView(element, box.current));
    tries.current += 1;
    if (index < 0 || arrived || tries.current > TRIES_MAX) {
      tries.current = 0;
      setTarget(null);
      if (element) arrive(element, log.isLong);
      else if (target !== 'unread') app.notice.show('message_not_there');
    } else if (element && tries.current % 4 === 0) element.scrollIntoView({ block: 'center' });
    else log.toIndex(index);
  });
  const unread = items.findIndex((item) => item.kind === 'unread');
  const toUnread = () => go('unread');
  useCommands(
    () => [
      {
        ...({ id: 'thread:unread', group: 'thread', name: () => words.toUnread, keys: 'u' } as const),
        applies: () => thread.unreadAbove.peek() || thread.items.peek().some((item) => item.kind === 'unread'),
        run: toUnread,
      },
      {
        ...({ id: 'thread:quote', group: 'thread', name: () => words.quote, keys: 'q' } as const),
        applies: () => thread.barrier.peek() === null && answerable(thread) !== null,
        run: () => quote(thread, answerable(thread) ?? 0),
      },
    ],
    [thread],
  );
  return {
    toSeq: (seq: number) => go({ seq }),
    toUnread,
    unreadKeys: useKeysOf('thread:unread', words.toUnread),
    /** It is further up than what is drawn, or out of sight. */
    unreadAbove: thread.unreadAbove.value || (unread >= 0 && isAbove(box.current, unread, log)),
  };
}

/** The message that has the focus; otherwise the visitor's last one. */
function answerable(thread: Thread): number | null {
  const here = document.activeElement?.closest<HTMLElement>('[data-seq]')?.dataset.seq;
  if (here !== undefined) return Number(here);
  const last = thread.timeline
    .peek()
    .entries.findLast((entry) => entry.kind === 'message' && entry.author === 'visitor' && entry.body !== '');
  return last?.seq ?? null;
}

/** An address that names a place, as soon as the thread can say where that is. */
function useLink(thread: Thread, items: readonly ThreadItem[], go: (target: Target) => void): void {
  const { at, note } = useApp().placeIn(thread.id);
  const isReady = items.length > 0 && (note === undefined || thread.notes.log.isRead.value);
  useEffect(() => {
    if (!isReady) return;
    if (at !== undefined) go({ seq: at });
    else if (note !== undefined) go({ note });
  }, [at, note, isReady]);
}

/** The message where it stands; null: it stands nowhere, or nobody knows yet. */
function placeOf(target: Target, { unreadAfter, notes }: Thread): number | null {
  if (target === 'unread') {
    const { value: after } = unreadAfter;
    return after === null ? null : after + 1;
  }
  if ('seq' in target) return target.seq;
  const note = notes.log.entries.peek().find(({ number }) => number === target.note);
  return note ? Math.max(1, note.afterSeq) : null;
}

function holds(item: ThreadItem, target: Target): boolean {
  if (target === 'unread') return item.kind === 'unread';
  if ('note' in target) return item.kind === 'note' && item.number === target.note;
  return item.kind === 'group' && !item.earlier && item.messages.some(({ seq }) => seq === target.seq);
}

function selectorOf(target: Target): string {
  if (target === 'unread') return '[data-unread]';
  return 'note' in target ? `[data-note="${target.note}"]` : `[data-seq="${target.seq}"]`;
}

const FOUND_CLASS = 'found-here';
/** Then it is shown where it is: nobody is led in circles. */
const TRIES_MAX = 40;

function arrive(element: HTMLElement, isThere: boolean): void {
  if (!isThere) element.scrollIntoView({ block: 'center' });
  if (element.tabIndex === -1) element.focus({ preventScroll: true });
  element.classList.remove(FOUND_CLASS);
  // Read once, so that the same place found again lights up again.
  void element.offsetWidth;
  element.classList.add(FOUND_CLASS);
}

function isInView(element: HTMLElement, box: HTMLElement | null): boolean {
  const [place, frame] = [element.getBoundingClientRect(), box?.getBoundingClientRect()];
  return frame !== undefined && place.top >= frame.top && place.top < frame.bottom;
}

function isAbove(box: HTMLElement | null, index: number, log: VirtualLog): boolean {
  const line = box?.querySelector('[data-unread]');
  if (box && line) return line.getBoundingClientRect().top < box.getBoundingClientRect().top;
  const first = log.drawn[0]?.index ?? 0;
  return index < first;
}
