import css from './bubble.css?inline';
import type { Rule } from './choose.ts';
import { wordsFor } from './strings.ts';
import type { BubbleActs } from './watch.ts';

const SVG = 'http://www.w3.org/2000/svg';
const CROSS = 'm5.5 5.5 9 9m0-9-9 9';

/**
 * The message beside the bell (X7). It stands inside the bell's own element, in a shadow root of its own: it comes and goes with
 * the bell, has its place, colours and layer, and the page's styles do not reach it.
 */
export function showBubble(bell: HTMLElement, rule: Rule, acts: BubbleActs, languages: readonly string[]): () => void {
  const { words, tag, dir } = wordsFor(languages);
  const root = bell.shadowRoot;
  const launcher = root?.querySelector<HTMLElement>('.launcher');
  const host = document.createElement('div');
  const inside = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  inside.adoptedStyleSheets = [sheet];
  const place = () => {
    host.className = bell.className;
    // Where the page hides the bell there is nothing to stand above.
    const isSeen = launcher?.hidden === false;
    host.style.setProperty('--rise', isSeen ? '68px' : '0px');
    if (isSeen && launcher.getBoundingClientRect().top < innerHeight / 2 - 28) host.classList.add('high');
  };
  place();
  // The page may say where the bell stands while the message is there.
  const observer = new MutationObserver(place);
  observer.observe(bell, { attributeFilter: ['class', 'style'] });

  const bubble = make('section', { class: 'bubble', 'aria-label': words.label, lang: tag, dir });
  const text = make('span', { class: 'text', dir: 'auto' }, rule.text);
  const answer = make('span', { class: 'answer' }, words.answer);
  const open = make('button', { class: 'open', type: 'button' });
  const close = make('button', { class: 'close', type: 'button', 'aria-label': words.close, title: words.close });
  const never = make('button', { class: 'never', type: 'button' }, words.never);
  // Read out once, when the reader has time; what stands in the bubble is for whoever goes there.
  const status = make('p', { class: 'said', role: 'status', dir: 'auto' });
  open.append(text, answer);
  close.append(cross());
  bubble.append(open, close, never);
  inside.append(status, bubble);
  root?.insertBefore(host, root.firstChild);
  status.textContent = rule.text;

  /** Whoever was in it with the keyboard goes on at the bell; nobody else's focus is touched. */
  const leave = (act: () => void) => () => {
    const wasInside = inside.activeElement !== null;
    act();
    if (wasInside && launcher?.hidden === false) launcher.focus();
  };
  open.addEventListener('click', () => acts.press());
  close.addEventListener('click', leave(acts.dismiss));
  never.addEventListener('click', leave(acts.silence));
  const dismiss = leave(acts.dismiss);
  for (const name of ['keydown', 'keyup', 'keypress'])
    bubble.addEventListener(name, (event) => {
      // Keys pressed here are none of the page's shortcuts (W5).
      event.stopPropagation();
      if (name === 'keydown' && (event as KeyboardEvent).key === 'Escape') dismiss();
    });
  return () => {
    observer.disconnect();
    host.remove();
  };
}

function make(name: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.textContent = text;
  return element;
}

function cross(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', CROSS);
  svg.append(path);
  return svg;
}
