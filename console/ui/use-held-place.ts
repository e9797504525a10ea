import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ThreadItem } from '../model/thread-items.ts';
import type { VirtualLog } from './use-virtual-log.ts';

/** A message, and how far below the upper edge of the box it stands. */
interface Place {
  seq: number;
  top: number;
}

interface Parts {
  /** What is shown is a part of the thread (around.ts). */
  isPart: boolean;
  items: readonly ThreadItem[];
  box: RefObject<HTMLElement | null>;
  log: VirtualLog;
  /** The end is not followed. */
  leave(): void;
}

/** Then it is shown where it is: nobody is led in circles. */
const TRIES_MAX = 40;
/** What nobody sees. */
const NEAR_PX = 2;

/** The whole takes the place of a part: what is being read stays where it is, though lines come in above and below. */
export function useHeldPlace({ isPart, items, box, log, leave }: Parts): { onScroll(): void } {
  const [, again] = useReducer<number, void>((count) => count + 1, 0);
  const seen = useRef<Place | null>(null);
  const held = useRef<{ place: Place; tries: number } | null>(null);
  const wasPart = useRef(isPart);
  const look = () => {
    seen.current = box.current && firstInView(box.current);
  };
  useLayoutEffect(() => {
    if (isPart) {
      leave();
      look();
    } else if (wasPart.current && seen.current) held.current = { place: seen.current, tries: 0 };
    wasPart.current = isPart;
    const { current: element } = box;
    const { current: now } = held;
    if (!element || !now) return;
    now.tries += 1;
    const message = element.querySelector(`[data-seq="${now.place.seq}"]`);
    const away = message === null ? null : topOf(message, element) - now.place.top;
    const index = items.findIndex((item) => isOf(item, now.place.seq));
    if (index < 0 || now.tries > TRIES_MAX || (away !== null && Math.abs(away) < NEAR_PX)) {
      held.current = null;
      return;
    }
    leave();
    // Scrolling draws what is there, and then this runs again.
    if (away === null) return log.toIndex(index);
    element.scrollTop += away;
    again();
  });
  return { onScroll: look };
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
