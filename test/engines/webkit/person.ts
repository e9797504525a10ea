import { strict as assert } from 'node:assert';
import type { BrowserTab } from '../../support/browser-tab.ts';

/** Keys by WebDriver's names. */
export const KEY = { enter: '\uE007', escape: '\uE00C', right: '\uE014' } as const;

/** What somebody does and sees in WebKit, in the chat and on the page around it. */
export interface Person {
  /** A real press, where a person would press: on what is in sight, at rest and covered by nothing. */
  press(selector: string, name?: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until so many are in sight. */
  has(selector: string, name?: string, count?: number): Promise<void>;
  lacks(selector: string, name?: string): Promise<void>;
  /** Waits until these words are there, once. */
  sees(text: string): Promise<void>;
  focusIsOn(selector: string): Promise<void>;
  /** Opens the chat with the bell; the focus is in its box then. */
  opens(): Promise<void>;
  says(text: string): Promise<void>;
}

interface Seen {
  count: number;
  focused: boolean;
  x: number;
  y: number;
  hit: boolean;
}

/** Runs in the page: what is in sight of such a name, and where a press on the first would land. */
function look(selector: string, name: string | null): Seen {
  const chat = document.querySelector('deskbell-chat')?.shadowRoot;
  const nameOf = (one: Element) =>
    one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent ?? '';
  const all = [...(chat?.querySelectorAll(selector) ?? []), ...document.querySelectorAll(selector)];
  const found = all.filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && (name === null || nameOf(one).trim() === name),
  );
  const [first] = found;
  const root = first?.getRootNode() as Document | ShadowRoot | undefined;
  const { x = 0, y = 0, width = 0, height = 0 } = first?.getBoundingClientRect() ?? {};
  const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  const under = root?.elementFromPoint(at.x, at.y);
  return {
    count: found.length,
    focused: Boolean(first && first === root?.activeElement),
    hit: Boolean(first && under && (first.contains(under) || under.contains(first))),
    ...at,
  };
}

/** Runs in the page: how often words stand in the log, or on the page where there is none. */
function countWords(text: string): number {
  const chat = document.querySelector('deskbell-chat')?.shadowRoot;
  const all = [...(chat ?? document).querySelectorAll('*')].filter((one) => one.checkVisibility());
  // Its own: a message may hold a button for what can be done with it, and holds none before that is fetched.
  const wordsOf = (one: Element) =>
    [...one.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent] : [])).join('');
  return all.filter((one) => wordsOf(one).trim() === text).length;
}

const WAIT_MS_MAX = 60_000;

async function until<T>(ask: () => Promise<T>, isSo: (seen: T) => boolean, what: string): Promise<T> {
  const late = Date.now() + WAIT_MS_MAX;
  for (;;) {
    const seen = await ask();
    if (isSo(seen)) return seen;
    if (Date.now() > late) throw new Error(`${what}: never so, at last ${JSON.stringify(seen)}`);
  }
}

export function personAt(tab: BrowserTab): Person {
  const named = (selector: string, name: string | null) => (name === null ? selector : `${selector} "${name}"`);
  const seek = (selector: string, name: string | null = null) => tab.ask(look, selector, name);
  const person: Person = {
    async press(selector, name) {
      let before: Seen | undefined;
      const { x, y } = await until(
        () => seek(selector, name),
        (seen) => {
          const rests = seen.hit && seen.x === before?.x && seen.y === before.y;
          before = seen;
          return rests;
        },
        `To press ${named(selector, name ?? null)}`,
      );
      await tab.press(x, y);
    },
    type: (text) => tab.keys(text),
    async has(selector, name, count = 1) {
      const what = `${count} of ${named(selector, name ?? null)}`;
      await until(
        () => seek(selector, name),
        (seen) => seen.count === count,
        what,
      );
    },
    lacks: (selector, name) => person.has(selector, name, 0),
    async sees(text) {
      await until(
        () => tab.ask(countWords, text),
        (count) => count === 1,
        `"${text}" once`,
      );
    },
    async focusIsOn(selector) {
      await until(
        () => seek(selector),
        (seen) => seen.focused,
        `The focus on ${selector}`,
      );
    },
    async opens() {
      await person.press('.launcher');
      await person.focusIsOn('textarea');
    },
    async says(text) {
      await person.focusIsOn('textarea');
      await tab.keys(text + KEY.enter);
    },
  };
  return person;
}

/** Nothing is written down by the page's guest. */
export async function nothingIsStored(tab: BrowserTab): Promise<void> {
  assert.equal(await tab.ask(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
}
