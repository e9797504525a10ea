/** What scrolls where the page itself stands still: a part that takes most of the window. */
let scroller: Element | null = null;

export function noteScroller({ target }: Event): void {
  const isPage = !(target instanceof Element) || target === document.scrollingElement;
  if (isPage) scroller = null;
  else if (target.clientHeight * 2 > innerHeight && target.clientWidth * 2 > innerWidth) scroller = target;
}

/** Whole percent: in a page that is zoomed the end of the way is a fraction of a pixel off. */
export function scrolledPercent(): number {
  const page = scroller?.isConnected ? scroller : document.scrollingElement;
  const room = page ? page.scrollHeight - page.clientHeight : 0;
  return page && room > 0 ? Math.round((page.scrollTop / room) * 100) : 0;
}

/** Under a dialog of the page that takes all else away. */
export function isCovered(): boolean {
  try {
    return document.querySelector(':modal') !== null;
  } catch {
    // A browser that does not know the word.
    return false;
  }
}

/** Fields to press something in are none to write in. */
const PRESSED = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Also within the page's own elements; what somebody does in a frame nobody can see from here. */
export function isTyping(): boolean {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  if (activeElement instanceof HTMLInputElement) return !PRESSED.test(activeElement.type);
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || /^(?:i?frame|textarea)$/.test(activeElement.localName))
  );
}

/** Browsers say so of pages that are well: a size that changed while it was told. */
export const isHarmless = (event: Event) => /^ResizeObserver loop/.test((event as ErrorEvent).message);
