import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { AppContext } from './context.ts';

/** KB6 While it lies over the page, the browser's "back" closes it, and only that. */
export function useBack(isOver: boolean, close: () => void): void {
  // A dialog may be drawn alone, without a console around it.
  const app = useContext(AppContext);
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => (isOver ? app?.holdBack(() => latest.current()) : undefined), [app, isOver]);
}
