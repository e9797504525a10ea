import { elementScroll, observeElementOffset, type Rect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { ThreadItem } from '../model/thread-items.ts';

/** Up to so many items all are drawn: the page's own search and screen readers then have the whole thread. */
const ALL_DRAWN_MAX = 150;
const OVERSCAN = 12;
/** As `.log-lines` says: between two items, and the height of what stands above the first. */
const GAP_PX = 16;
const TOP_PX = 48;
const LINE_PX = 24;
/** Where nothing has a size, as in a test without layout. */
const NO_LAYOUT: Rect = { width: 800, height: 800 };

export interface Drawn {
  item: ThreadItem;
  index: number;
  /** In a long thread: how far from the first one. */
  start: number | undefined;
}

export interface VirtualLog {
  drawn: Drawn[];
  /** Of all lines, where not all are drawn; otherwise they have their own. */
  height: number | undefined;
  /** Not all is drawn. */
  isLong: boolean;
  /** Of a line of a long thread that is drawn, so that its height is known. */
  measure: ((element: HTMLElement | null) => void) | null;
  toIndex(index: number): void;
}

type LogVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** Of a long thread only what is near the screen is drawn (0216). What comes in above the screen does not move it. */
export function useVirtualLog(
  box: RefObject<HTMLElement | null>,
  items: readonly ThreadItem[],
  /** There is more than these. */
  isPartial: boolean,
): VirtualLog {
  const [, draw] = useReducer<number, void>((drawn) => drawn + 1, 0);
  const isLong = isPartial || items.length > ALL_DRAWN_MAX;
  const options = {
    count: isLong ? items.length : 0,
    enabled: isLong,
    getScrollElement: () => box.current,
    estimateSize: (index: number) => estimate(items[index]),
    getItemKey: (index: number) => items[index]?.key ?? index,
    gap: GAP_PX,
    scrollMargin: TOP_PX,
    overscan: OVERSCAN,
    anchorTo: 'end' as const,
    initialRect: NO_LAYOUT,
    // A thread is read from its end.
    initialOffset: () => items.reduce((sum, item) => sum + estimate(item) + GAP_PX, 0),
    scrollToFn: elementScroll,
    observeElementOffset,
    observeElementRect,
    onChange: () => draw(),
  };
  const [virtualizer] = useState<LogVirtualizer>(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  if (!isLong) {
    const drawn = items.map((item, index) => ({ item, index, start: undefined }));
    return { drawn, height: undefined, isLong, measure: null, toIndex: () => {} };
  }
  return {
    drawn: virtualizer.getVirtualItems().flatMap(({ index, start }) => {
      const item = items[index];
      return item ? [{ item, index, start: start - TOP_PX }] : [];
    }),
    height: virtualizer.getTotalSize(),
    isLong,
    measure: virtualizer.measureElement,
    toIndex: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
  };
}

function estimate(item: ThreadItem | undefined): number {
  return item?.kind === 'group' ? LINE_PX + item.messages.length * 2 * LINE_PX : LINE_PX;
}

function observeElementRect({ scrollElement }: LogVirtualizer, tell: (rect: Rect) => void): (() => void) | undefined {
  if (!scrollElement || typeof ResizeObserver === 'undefined') return undefined;
  const observer = new ResizeObserver(() => {
    const { offsetWidth: width, offsetHeight: height } = scrollElement;
    if (height > 0) tell({ width, height });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
}
