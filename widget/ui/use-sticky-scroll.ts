import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** So near to the end counts as being there, px. */
const END_PX = 40;
/** So near to the start brings earlier ones, px. */
const START_PX = 200;

/**
 * Keeps a scrolling element at its end while the reader is there, and where she is while she is not (W13).
 * `mark` changes with every new message; `own` says that the reader wrote it, which always leads to the end;
 * `shown` changes when older ones were added on top; `older` adds them, where there are any.
 */
export function useStickyScroll(mark: string, own: boolean, shown: number, older: false | (() => void)) {
  const element = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef({ height: 0, shown, mark: '' });
  const top = useRef(0);
  const [behind, setBehind] = useState(false);

  const toEnd = () => {
    const box = element.current;
    // Before the first word there is no end to be at: what stands there is read from its beginning.
    if (!box?.querySelector('.group, .event')) return;
    box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setBehind(false);
  };
  const onScroll = () => {
    const box = element.current;
    if (!box) return;
    const { scrollTop } = box;
    const isNear = box.scrollHeight - scrollTop - box.clientHeight < END_PX;
    // Only going up leaves the end: what takes room, or comes, in the same turn does not.
    atEnd.current = isNear || (atEnd.current && scrollTop >= top.current);
    top.current = scrollTop;
    if (atEnd.current) setBehind(false);
    else if (older && scrollTop < START_PX) older();
  };

  // After every change of what is drawn: a typing line or a state under a message moves the end too.
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const isNew = before.current.mark !== mark;
    if (before.current.shown !== shown) box.scrollTop += box.scrollHeight - before.current.height;
    else if (atEnd.current || (isNew && own)) toEnd();
    else if (isNew) setBehind(true);
    before.current = { height: box.scrollHeight, shown, mark };
  });

  // The box itself shrinks and grows: the composer, the keyboard, the window. And parts in it come later.
  useLayoutEffect(() => {
    const box = element.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const stay = () => atEnd.current && toEnd();
    const observer = new ResizeObserver(stay);
    const coming = new MutationObserver(stay);
    observer.observe(box);
    coming.observe(box, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      coming.disconnect();
    };
  }, []);

  return { element, behind, toEnd, onScroll };
}
