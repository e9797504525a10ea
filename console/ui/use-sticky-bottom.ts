import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Within this many pixels of the end somebody counts as reading the end. */
const NEAR_PX = 48;
/** From so many heights of the box above the end the way back has a button. */
const FAR_SCREENS = 4;

export interface Sticky {
  /** Messages of others that came while somebody read further up, or elsewhere. */
  missed: number;
  /** Far from the end of what is shown. */
  isAway: boolean;
  onScroll(): void;
  /** To the end, and along with it from now on. */
  follow(): void;
  follows(): boolean;
  /** Somebody goes elsewhere by a press: what comes from now on does not pull her back. */
  leave(): void;
}

/** Follows the end of a scrolling box while the person is there, and counts what comes while she is not. */
export function useStickyBottom(
  box: RefObject<HTMLElement | null>,
  /** How many of others have come. */
  theirs: number,
  content: readonly { key: string }[],
  /** Of all lines, where not all are drawn. */
  heights: number | undefined,
): Sticky {
  const atBottom = useRef(true);
  const seen = useRef(theirs);
  const fromEnd = useRef(0);
  const height = useRef(0);
  const [missed, setMissed] = useState(0);
  const [isAway, setAway] = useState(false);
  const settle = () => {
    seen.current = theirs;
    setMissed(0);
  };
  const top = useRef(0);
  const toBottom = () => {
    const { current: element } = box;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    top.current = element.scrollTop;
  };
  /** Who was carried up by a focus, and of whom no scrolling was told yet, is not pulled back by a line that is measured meanwhile. */
  const isThere = (element: HTMLElement | null) => {
    if (element && atBottom.current && element.scrollTop < top.current - NEAR_PX) atBottom.current = isAtEnd(element);
    return atBottom.current;
  };
  const first = useRef<unknown>(firstOf(content));
  useLayoutEffect(() => {
    const { current: element } = box;
    // What came in above the first line does not move what is being read.
    const isAbove = first.current !== firstOf(content);
    first.current = firstOf(content);
    if (isThere(element)) {
      toBottom();
      settle();
    } else if (isAbove && element && heights === undefined) element.scrollTop = element.scrollHeight - fromEnd.current;
    else setMissed(Math.max(0, theirs - seen.current));
  }, [content, theirs, heights]);
  // A growing composer or a turned phone makes the box smaller without new content.
  useEffect(() => {
    if (!box.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => isThere(box.current) && toBottom());
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return {
    missed,
    isAway,
    follow: () => {
      atBottom.current = true;
      toBottom();
    },
    follows: () => atBottom.current,
    leave: () => {
      atBottom.current = false;
    },
    onScroll: () => {
      const element = box.current;
      if (!element) return;
      const isResized = height.current !== element.clientHeight;
      height.current = element.clientHeight;
      // The box became smaller under the person, as when the composer grows: that is no scrolling of hers.
      if (isResized && atBottom.current) return toBottom();
      fromEnd.current = element.scrollHeight - element.scrollTop;
      top.current = element.scrollTop;
      atBottom.current = isAtEnd(element);
      if (atBottom.current) settle();
      setAway(element.scrollHeight - element.scrollTop > FAR_SCREENS * element.clientHeight);
    },
  };
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_PX;
}

function firstOf(content: readonly { key: string }[]): string | undefined {
  return content[0]?.key;
}
