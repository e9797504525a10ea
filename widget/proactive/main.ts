import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import type { DeskbellApi } from '../embed/api.ts';
import { showBubble } from './bubble.ts';
import type { Call } from './page-said.ts';
import { type ChatSeen, createWatch, type Watch } from './watch.ts';

/** What the owner set, written in by the relay for each site (X1). */
declare const __PROACTIVE_TOLD__: ProactiveTold;

type Chat = DeskbellApi & { q?: ArrayLike<Call>; proactive?: boolean };

const TICK_MS = 1_000;
const told = __PROACTIVE_TOLD__;
const script = document.currentScript;
/** `data-always`: also where the page shows no bell, because it has buttons of its own. */
const always = script instanceof HTMLScriptElement && script.dataset.always === 'true';

let chat: Chat | null = null;
let watch: Watch | null = null;
let at = performance.now();
const stops: (() => void)[] = [];

/** Whatever goes wrong here is not the page's affair: it is said once, and that was it (X10). */
function safely(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    stop();
    console.warn('Deskbell: proactive_failed', error);
  }
}

function stop(): void {
  for (const one of stops.splice(0)) one();
  watch?.opened();
  watch = null;
}

function listen(target: EventTarget, name: string, act: (event: Event) => void): void {
  const heard = (event: Event) => safely(() => act(event));
  target.addEventListener(name, heard, { passive: true });
  stops.push(() => target.removeEventListener(name, heard));
}

function findBell(): HTMLElement | null {
  const bell = document.querySelector('deskbell-chat');
  return bell instanceof HTMLElement && bell.shadowRoot ? bell : null;
}

/** The chat of this page; another one, or none any more, means that this one was taken away. */
function findChat(): Chat | null {
  const found = window.Deskbell as Chat | undefined;
  if (typeof found?.getState !== 'function' || chat === found) return chat;
  if (chat || found.proactive) {
    stop();
    return null;
  }
  found.proactive = true;
  chat = found;
  const { destroy } = found;
  // Nothing of ours outlives the chat (W4).
  found.destroy = () => {
    stop();
    destroy();
  };
  return chat;
}

function lookAtChat(): ChatSeen | null {
  const there = findChat();
  if (!there) return null;
  const bell = findBell();
  const state = there.getState();
  const isFree =
    bell !== null &&
    !bell.classList.contains('inline') &&
    (state.visible || always) &&
    state.conversation === 'none' &&
    state.available !== false &&
    there.getUnavailableReason() === null &&
    read('chat') === null;
  return { isFree, isOpen: state.open, calls: there.q ?? [] };
}

const nameOf = (name: string) => `deskbell:${told.site}:${name}`;

/** Denied storage is an empty one. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(nameOf(name));
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(nameOf('proactive'), text);
  } catch {
    // Then it holds for this page.
  }
}

function scrolledPercent(): number {
  const page = document.scrollingElement;
  const room = page ? page.scrollHeight - innerHeight : 0;
  return room > 0 ? (scrollY / room) * 100 : 0;
}

function isTyping(): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(activeElement.tagName))
  );
}

/** Heard at once, so that the bubble never stands beside the open chat. */
function followOpening(bell: HTMLElement): () => void {
  const launcher = bell.shadowRoot?.querySelector('.launcher');
  const observer = new MutationObserver(() => {
    if (launcher?.getAttribute('aria-expanded') === 'true') watch?.opened();
  });
  if (launcher) observer.observe(launcher, { attributeFilter: ['aria-expanded'] });
  return () => observer.disconnect();
}

function languages(): string[] {
  return [document.documentElement.lang, ...navigator.languages].filter(Boolean);
}

safely(() => {
  watch = createWatch({
    told,
    now: () => Date.now(),
    address: () => ({
      origin: location.origin,
      path: location.pathname,
      search: location.search,
      hash: location.hash,
    }),
    language: () => languages()[0] ?? '',
    isVisible: () => document.visibilityState === 'visible',
    ...{ isTyping, scrolledPercent, chat: lookAtChat },
    hasChatted: () => read('token') !== null,
    keep: { read: () => read('proactive'), write },
    show(rule, acts) {
      const bell = findBell();
      if (!bell) return () => {};
      const remove = showBubble(bell, rule, acts, languages());
      const unfollow = followOpening(bell);
      return () => {
        unfollow();
        remove();
      };
    },
    open(rule) {
      chat?.open();
      chat?.newMessage(undefined, { greeting: rule.text, rule: rule.key });
    },
  });
  const timer = setInterval(
    () =>
      safely(() => {
        const now = performance.now();
        const ms = now - at;
        at = now;
        if (watch && !watch.tick(ms)) stop();
      }),
    TICK_MS,
  );
  stops.push(() => clearInterval(timer));
  listen(document, 'mouseout', (event) => {
    const { relatedTarget, clientY } = event as MouseEvent;
    if (!relatedTarget && clientY <= 0) watch?.leave();
  });
  for (const name of ['error', 'unhandledrejection']) listen(window, name, () => watch?.fail());
});
