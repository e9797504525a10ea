import type { PresenceOut } from '../../protocol/wire/people.ts';
import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import type { DeskbellApi } from '../embed/api.ts';
import { showBubble } from './bubble.ts';
import { isCovered, isHarmless, isTyping, noteScroller, scrolledPercent } from './page-looks.ts';
import type { Call, PageSaid } from './page-said.ts';
import { createPresence } from './presence.ts';
import { createTrail } from './trail.ts';
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
  // Of the document before the page may stop it; of the window without what pictures and frames tell of themselves.
  const how = { passive: true, capture: target === document };
  target.addEventListener(name, heard, how);
  stops.push(() => target.removeEventListener(name, heard, how));
}

function findBell(): HTMLElement | null {
  const bell = document.querySelector('deskbell-chat');
  return bell instanceof HTMLElement && bell.shadowRoot ? bell : null;
}

/** The chat of this page; another one, or none any more, means that this one was taken away. */
function findChat(): Chat | null {
  const found = window.Deskbell as Chat | undefined;
  if (isDestroyed()) return null;
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

/** Also where the page said so by `Deskbell('destroy')`. */
function isDestroyed(): boolean {
  const isGone = chat?.getUnavailableReason() === 'destroyed';
  if (isGone) stop();
  return isGone;
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

const relay = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;
/** One question waits at a time. */
let waiting = new AbortController();

async function post(path: string, body: string, signal?: AbortSignal): Promise<PresenceOut | null> {
  const token = read('token');
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Deskbell-Site': told.site };
  if (token !== null) headers.Authorization = `Bearer ${token}`;
  try {
    const response = await fetch(`${relay}/api/v1/visitor/${path}`, {
      method: 'POST',
      headers,
      body,
      signal: signal ?? null,
    });
    const answer = await response.json();
    // Whatever will be refused again is not asked again.
    if (!answer.ok) return response.status < 429 ? { off: true } : null;
    return answer.value;
  } catch {
    return null;
  }
}

/** The same in all pages of this tab, where the owner's privacy lets anything be kept (X4). */
function tabKey(): string {
  const made = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => (byte + 256).toString(16).slice(1))
    .join('');
  if (told.privacy === 'strict') return made;
  return readTab('here') ?? writeTab('here', made);
}

function readTab(name: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(name));
  } catch {
    return null;
  }
}

function writeTab(name: string, text: string): string {
  try {
    sessionStorage.setItem(nameOf(name), text);
  } catch {
    // Then it holds for this page.
  }
  return text;
}

/** J10: not where the browser says that its person does not want it, and where the tag says `data-consent="wait"` not before the page does. */
function mayTell(said: PageSaid): boolean {
  if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) return false;
  const waits = script instanceof HTMLScriptElement && script.dataset.consent === 'wait';
  return !waits || said.events.indexOf('consent') >= 0;
}

const address = () => ({
  origin: location.origin,
  path: location.pathname,
  search: location.search,
  hash: location.hash,
});
const plainTitle = () => document.title.replace(/[\uD800-\uDFFF]/g, '');

function createTelling(seen: Watch) {
  let again = 0;
  const presence = told.presence
    ? createPresence({
        ...{ site: told.site, key: tabKey(), address, title: plainTitle },
        language: () => languages()[0] ?? '',
        returning: () => seen.said.returning || read('token') !== null,
        cart: () => seen.said.cart,
        currency: () => seen.said.currency,
        ask(body) {
          waiting = new AbortController();
          return post('presence', body, waiting.signal);
        },
        stop: () => waiting.abort(),
        after(ms, run) {
          clearTimeout(again);
          again = setTimeout(() => safely(run), ms) as unknown as number;
        },
        invite: (invited) => safely(() => seen.invite(invited, (id, state) => presence?.report(id, state))),
      })
    : null;
  const trail = told.trail
    ? createTrail({
        ...{ now: () => Date.now(), address, title: plainTitle },
        isVisible: () => document.visibilityState === 'visible',
        read: () => readTab('trail'),
        write: (text) => writeTab('trail', text),
        isTalking: () => read('chat') !== null && read('token') !== null,
        referrer: () => document.referrer,
        zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
        send: (body) => void post('commands/visitor:trail', body),
      })
    : null;
  if (presence) stops.push(presence.end, () => clearTimeout(again));
  return (ms: number) => {
    if (presence) presence.tick();
    if (trail) trail.pass(ms);
  };
}

let telling: ((ms: number) => void) | null = null;
const tell =
  told.presence || told.trail
    ? (seen: Watch, ms: number) => {
        if (!mayTell(seen.said)) return;
        telling ??= createTelling(seen);
        telling(ms);
      }
    : null;

function begin(): void {
  at = performance.now();
  watch = createWatch({
    told,
    now: () => Date.now(),
    address,
    language: () => languages()[0] ?? '',
    isVisible: () => document.visibilityState === 'visible',
    isBusy: () => isTyping() || isCovered(),
    ...{ scrolledPercent, chat: lookAtChat },
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
    stays: told.presence === true || told.trail === true,
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
        if (watch) tell?.(watch, ms);
      }),
    TICK_MS,
  );
  stops.push(() => clearInterval(timer));
  listen(document, 'mouseout', (event) => {
    const { relatedTarget, clientY } = event as MouseEvent;
    if (!relatedTarget && clientY <= 0) watch?.leave();
  });
  listen(document, 'scroll', noteScroller);
  for (const name of ['error', 'unhandledrejection'])
    listen(window, name, (event) => {
      if (!isHarmless(event)) watch?.fail();
    });
  // The bell is taken away: at once, not at the next look.
  const observer = new MutationObserver(() => safely(isDestroyed));
  observer.observe(document.documentElement, { childList: true });
  stops.push(() => observer.disconnect());
}

safely(() => {
  // A page that the browser draws before anybody asked for it is no visit, and nobody is there.
  if ((document as { prerendering?: boolean }).prerendering) listen(document, 'prerenderingchange', begin);
  else begin();
});
