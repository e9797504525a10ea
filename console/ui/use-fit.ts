import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How many of the children of a list have room in the box around it, where nothing may scroll. What does not fit is hidden,
 * so that it can be measured, and counted, so that it can be told.
 */
export function useFit<T extends HTMLElement>(on: boolean, count: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [fit, setFit] = useState(count);
  useLayoutEffect(() => {
    const list = ref.current;
    const box = list?.parentElement;
    if (!on || !list || !box || typeof ResizeObserver === 'undefined') {
      setFit(count);
      return;
    }
    const read = () => {
      const end = box.getBoundingClientRect().bottom - Number.parseFloat(getComputedStyle(box).paddingBottom);
      const rows = [...list.children].map((row) => row.getBoundingClientRect().bottom);
      setFit(rows.filter((bottom) => bottom <= end + 1).length);
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(box);
    return () => observer.disconnect();
  }, [on, count]);
  return [ref, on ? fit : count];
}
