import css from './styles/inline.css?inline';
import { tokensOf } from './theme.ts';

/** For the owner, in the browser's console; docs/widget.md says under W2 what to do. */
const INLINE_MISSING = 'Deskbell: inline_missing';

/** The owner's colours, corners, font and place. Called again when they change; the answer stops. */
export function dress(host: HTMLElement, options: Readonly<Record<string, unknown>>): () => void {
  const tokens = tokensOf(options);
  for (const [name, value] of Object.entries(tokens)) host.style.setProperty(`--${name}`, value);
  // The host itself begins anew (`all: initial`): the page's font is asked where the page still is.
  const { fontFamily } = getComputedStyle(host.parentElement?.closest('body *') ?? document.body);
  host.style.setProperty('--page-font', tokens.font ? fontFamily : null);
  return options.inline ? standInside(host, String(options.inline)) : () => {};
}

/** Keeps the host in the element that the selector finds, whenever it is there; until then nothing is seen of it, and its owner is told. */
function standInside(host: HTMLElement, selector: string): () => void {
  // A selector that is none finds nothing, and is no error of the page.
  const find = () => {
    try {
      return document.querySelector(selector);
    } catch {
      return null;
    }
  };
  const attach = () => {
    const place = find();
    if (place && host.parentElement !== place) place.append(host);
    host.toggleAttribute('data-waits', !place);
    // In the body itself it fills the window.
    host.toggleAttribute('data-fills', place === document.body);
  };
  const root = host.shadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const observer = new MutationObserver(attach);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  attach();
  if (host.hasAttribute('data-waits')) console.warn(INLINE_MISSING, selector);
  return () => {
    observer.disconnect();
    for (const mark of ['data-waits', 'data-fills']) host.removeAttribute(mark);
    if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
