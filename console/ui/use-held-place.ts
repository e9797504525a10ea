import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import type { ThreadItem } from '../model/thread-items.ts';
import type { Sticky } from './use-sticky-bottom.ts';
import type { VirtualLog } from './use-virtual-log.ts';

/** A message, and how far below the upper edge of the box it stands. */
interface Place {
  seq: number;
  top: number;
}

interface Parts {
  thread: Thread;
  items: readonly ThreadItem[];
  box: RefObject<HTMLElement | null>;
  log: VirtualLog;
  sticky: Sticky;
}

/** Then it is shown where it is: nobody is led in circles. */
const TRIES_MAX = 40;
/** What nobody sees. */
const NEAR_PX = 2;

/** What is held of a long thread grows at its edges: what is being read stays where it is, though lines come in above it. */
export function useHeldPlace({ thread, items, box, log, sticky }: Parts) {
  const [, again] = useReducer<number, void>((count) => count + 1, 0);
  const seen = useRef<Place | null>(null);
  const held = useRef<{ place: Place; tries: number } | null>(null);
  const settled = useRef<() => void>(() => {});
  const isPart = thread.reading.value.isPart.value;
  const { last } = thread.reading.value.shown.value;
  const { value: first } = thread.reading.value.first;
  const was = useRef({ first, last, isPart });
  const look = () => {
    const mayGrow = isPart || first > 1;
    if (mayGrow && box.current) seen.current = firstInView(box.current);
  };
  useLayoutEffect(() => {
    const { current: before } = was;
    was.current = { first, last, isPart };
    if (isPart) sticky.leave();
    const hasGrown = first !== before.first || isPart !== before.isPart || (isPart && last !== before.last);
    if (hasGrown && seen.current && !sticky.follows()) held.current = { place: seen.current, tries: 0 };
    const { current: element } = box;
    const { current: now } = held;
    if (!element) return;
    if (!now) {
      look();
      return settled.current();
    }
    now.tries += 1;
    const message = element.querySelector(`[data-seq="${now.place.seq}"]`);
    const away = message === null ? null : topOf(message, element) - now.place.top;
    const index = items.findIndex((item) => isOf(item, now.place.seq));
    if (index < 0 || now.tries > TRIES_MAX || (away !== null && Math.abs(away) < NEAR_PX)) {
      held.current = null;
      return settled.current();
    }
    sticky.leave();
    // Scrolling draws what is there, and then this runs again.
    if (away === null) return log.toIndex(index);
    element.scrollTop += away;
    again();
  });
  return {
    onScroll: () => {
      if (!held.current) look();
    },
    isMoving: () => held.current !== null,
    /** Nothing moves any more. */
    onSettled: (then: () => void) => {
      settled.current = then;
    },
  };
}

function firstInView(box: HTMLElement): Place | null {
  for (const message of box.querySelectorAll<HTMLElement>('[data-seq]')) {
    const top = topOf(message, box);
    if (top + message.offsetHeight > 0) return { seq: Number(message.dataset.seq), top };
  }
  return null;
}

function topOf(element: Element, box: HTMLElement): number {
  return element.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

function isOf(item: ThreadItem, seq: number): boolean {
  return item.kind === 'group' && !item.earlier && item.messages.some((message) => message.seq === seq);
}
