import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Listed } from '../../model/listed.ts';
import { useDesk } from '../context.ts';

export interface ActiveRow {
  /** Where the Tab key stops; -1: nowhere. */
  index: number;
  /** It has the focus already: by a press, or by what reads the screen. */
  take(conversationId: string): void;
  /** By key: it is shown and gets the focus. */
  go(index: number): void;
  /** Tab goes on from here: also where nothing follows, the focus is not taken back. */
  leave(): void;
  /** For the list: whether one of its rows has the focus. */
  onFocusIn(): void;
  onFocusOut(event: FocusEvent): void;
}

/** One row at a time is a stop of the Tab key. It keeps the focus when it moves, is drawn anew, or others come between (U11). */
export function useActiveRow(
  list: RefObject<HTMLElement | null>,
  listed: Listed,
  reveal: (index: number) => void,
): ActiveRow {
  const { thread } = useDesk();
  const [activeId, setActiveId] = useState<string | null>(null);
  const hasFocus = useRef(false);
  const index = placeOf(listed, [activeId, thread.value?.id ?? null]);
  const focus = () => list.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus({ preventScroll: true });
  useLayoutEffect(() => {
    const here = document.activeElement;
    if (hasFocus.current && (here === document.body || here === null)) focus();
  });
  useLayoutEffect(() => {
    if (activeId && hasFocus.current) focus();
  }, [activeId]);
  return {
    index,
    take: setActiveId,
    go(to) {
      const one = listed.at(to);
      if (!one) return;
      hasFocus.current = true;
      setActiveId(one.id);
      reveal(to);
      if (one.id === activeId) focus();
    },
    leave() {
      hasFocus.current = false;
    },
    onFocusIn() {
      hasFocus.current = true;
    },
    onFocusOut(event) {
      hasFocus.current &&= event.relatedTarget === null && document.hasFocus();
    },
  };
}

/** The first of them that is here, or the first row. */
function placeOf(listed: Listed, ids: (string | null)[]): number {
  for (const id of ids) {
    const at = id === null ? -1 : listed.indexOf(id);
    if (at >= 0) return at;
  }
  return listed.length > 0 ? 0 : -1;
}
