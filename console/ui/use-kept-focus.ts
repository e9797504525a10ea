import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const CONTROLS = 'button, a[href], summary, input, select, textarea';

/** What is pressed may go with the press (a form that closes, a line that is removed): whoever works by keyboard goes on beside it (2.4.3). */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = sheet.current;
    if (!root) return;
    let had: Element | null = null;
    let places: (() => Element | null | undefined)[] = [];
    const remember = ({ target }: FocusEvent) => {
      had = target as Element;
      places = placesOf(had, root);
    };
    const keep = () => {
      if (!had || root.contains(had) || document.activeElement !== document.body) return;
      had = null;
      focusOn(places.map((place) => place()).find((place) => place && root.contains(place)));
    };
    root.addEventListener('focusin', remember);
    const watch = new MutationObserver(keep);
    watch.observe(root, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      root.removeEventListener('focusin', remember);
    };
  }, []);
  return sheet;
}

/** From the nearest on: the form's own button, the line, the line beside it, the card, the page. */
function placesOf(one: Element, root: Element): (() => Element | null | undefined)[] {
  const form = one.closest('form');
  const line = one.closest('li, fieldset');
  const beside = [line, line?.nextElementSibling, line?.previousElementSibling];
  const card = one.closest('section');
  return [
    () => (root.contains(form) ? form?.querySelector('[type=submit]') : null),
    ...beside.map((place) => () => place?.querySelector(CONTROLS)),
    () => card,
    () => root.querySelector('.pages-fold > summary') ?? root.querySelector('h1'),
  ];
}

function focusOn(place: Element | null | undefined): void {
  if (!(place instanceof HTMLElement)) return;
  if (!place.matches(CONTROLS)) place.tabIndex = -1;
  place.focus();
}
