import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const WIDTH_FIRST = 640;
const WIDTH_MIN = 240;
/** Of a card on paper, in the units of a screen: nobody observes what is laid out for a printer. */
const WIDTH_PAPER = 640;

/** How wide there is room, so that text in a picture keeps its size. */
export function useWidth<T extends HTMLElement>(): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(WIDTH_FIRST);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const read = () => setWidth(Math.max(WIDTH_MIN, Math.floor(element.clientWidth) || WIDTH_FIRST));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    const lay = () => setWidth(WIDTH_PAPER);
    window.addEventListener('beforeprint', lay);
    window.addEventListener('afterprint', read);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', lay);
      window.removeEventListener('afterprint', read);
    };
  }, []);
  return [ref, width];
}
