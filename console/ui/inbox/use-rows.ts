import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Listed, SectionStart } from '../../model/listed.ts';

/** A row and a section's name, in rem, as list.css has them: all alike, so that where a row lies is arithmetic (0211). */
const ROW_REM = 4;
const HEAD_REM = 2.25;
/** Rows beyond the edge, so that a quick turn of the wheel finds them there. */
const BEYOND = 8;
/** The window moves in steps: less often is less work. */
const STEP = 4;
/** Where nothing is laid out, as in a list that is not on the screen. */
const USUAL_PX = 800;

export interface Rows {
  from: number;
  to: number;
  totalPx: number;
  topOf(index: number): number;
  /** Scrolls just so far that the row is whole on the screen. */
  reveal(index: number): void;
}

/** Which rows are drawn: those on the screen and a few beyond, however many there are (U11). O(sections) for each question. */
export function useRows(scroller: RefObject<HTMLElement | null>, listed: Listed): Rows {
  const [seen, setSeen] = useState({ top: 0, height: USUAL_PX, rem: 16 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let [rem, step, height] = [16, 1, USUAL_PX];
    const look = () => {
      const top = Math.floor(element.scrollTop / step) * step;
      setSeen((held) => (held.top === top && held.height === height && held.rem === rem ? held : { top, height, rem }));
    };
    // What asks the browser for sizes is asked when they change: other text sizes move what stands above, and so this box, too.
    const measure = () => {
      rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      step = STEP * ROW_REM * rem;
      height = Math.ceil((element.clientHeight || USUAL_PX) / step) * step;
      look();
    };
    measure();
    element.addEventListener('scroll', look, { passive: true });
    const sized = typeof ResizeObserver === 'function' ? new ResizeObserver(measure) : null;
    sized?.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sized?.disconnect();
    };
  }, [scroller]);
  const { sections, length } = listed;
  const row = ROW_REM * seen.rem;
  const head = HEAD_REM * seen.rem;
  const topOf = (index: number) => index * row + headsBefore(sections, index) * head;
  const reveal = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = topOf(index);
    const end = topOf(index + 1) - element.clientHeight;
    if (element.scrollTop > top) element.scrollTop = top;
    else if (element.scrollTop < end) element.scrollTop = end;
  };
  const from = Math.max(0, indexAt(seen.top, row, head, sections) - BEYOND);
  const to = Math.min(length, indexAt(seen.top + seen.height, row, head, sections) + 1 + BEYOND);
  return { from: Math.min(from, Math.max(0, length - 1)), to, totalPx: topOf(length), topOf, reveal };
}

/** Names of sections that begin above this row; its own name belongs to it. */
function headsBefore(sections: readonly SectionStart[], index: number): number {
  return sections.filter(({ from }) => from < index).length;
}

function indexAt(px: number, row: number, head: number, sections: readonly SectionStart[]): number {
  let heads = 0;
  for (const { from } of sections) {
    if (from * row + heads * head >= px) break;
    heads += 1;
  }
  return Math.max(0, Math.floor((px - heads * head) / row));
}
