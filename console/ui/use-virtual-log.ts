import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  type Rect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { ThreadItem } from '../model/thread-items.ts';

/** Up to so many items all are drawn: the page's own search and screen readers then have the whole thread. */
export const ALL_DRAWN_MAX = 150;
const OVERSCAN = 12;
/** As `.log-lines` says: between two items, and the height of what stands above the first. */
const GAP_PX = 16;
export const TOP_PX = 48;
const LINE_PX = 24;
/** Where nothing has a size, as in a test without layout. */
const NO_LAYOUT: Rect = { width: 800, height: 800 };

export interface VirtualLog {
  drawn: { item: ThreadItem; index: number }[];
  /** Heights of what is not drawn, before and after. */
  before: number;
  after: number;
  /** Not all is drawn. */
  isLong: boolean;
  /** Of an item that is drawn, so that its height is known. */
  measure(element: HTMLElement | null): void;
  toIndex(index: number): void;
}

type LogVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** Of a long thread only what is near the screen is drawn (0216). What comes in above the screen does not move it. */
export function useVirtualLog(box: RefObject<HTMLElement | null>, items: readonly ThreadItem[]): VirtualLog {
  const [, draw] = useReducer<number, void>((drawn) => drawn + 1, 0);
  const isLong = items.length > ALL_DRAWN_MAX;
  const options = {
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index: number) => estimate(items[index]),
    getItemKey: (index: number) => items[index]?.key ?? index,
    gap: GAP_PX,
    scrollMargin: TOP_PX,
    overscan: OVERSCAN,
    anchorTo: 'end' as const,
    initialRect: NO_LAYOUT,
    rangeExtractor: isLong ? defaultRangeExtractor : (range: { count: number }) => [...Array(range.count).keys()],
    scrollToFn: elementScroll,
    observeElementOffset,
    observeElementRect,
    onChange: () => draw(),
  };
  const [virtualizer] = useState<LogVirtualizer>(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const shown = virtualizer.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    drawn: shown.flatMap(({ index }) => {
      const item = items[index];
      return item ? [{ item, index }] : [];
    }),
    before: first ? first.start - TOP_PX : 0,
    after: last ? virtualizer.getTotalSize() - (last.end - TOP_PX) : 0,
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
