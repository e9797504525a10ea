import type { Around, MountedPanel, MountParts, PanelState } from '../main.tsx';
import css from './outside.css?inline';
import type { AgainTold, BellTold, Ready, StateTold, ToFrame, ToPage } from './told.ts';

const READY: Ready = 'deskbell:frame';

/** As in outside.css. */
const PHONE = '(max-width: 479px), (pointer: coarse) and (max-width: 959px) and (max-height: 479px)';
/** So long a frame may take to answer before it is said that it does not. */
const ANSWER_MS_MAX = 15_000;
/** So long a frame that signs out may take before it is taken away all the same. */
const GOODBYE_MS_MAX = 3_000;
const FAILED = { code: 'load_failed', message: 'The frame did not answer.' };
const ISOLATED = { code: 'isolated', message: 'Not in isolated mode.' };
const NOTHING: PanelState = { open: false, unread: 0, conversation: 'none', available: null, agent: null };

export interface IsolatedParts extends MountParts {
  /** The loader's line under the bell; without a text that the chat did not come, in the bell's own words. */
  say(text?: string): void;
}

type Hear = (detail: unknown) => void;

/** In place of the panel (W32): a frame of the relay's own origin, into which no script of the page can look. */
export function mount(parts: IsolatedParts): MountedPanel {
  const { root, launcher, options, say, tell } = parts;
  const { origin } = new URL(options.scriptUrl);
  const address = `${origin}/frame/${encodeURIComponent(`${options.site}`)}`;
  const bell = createBell(root, launcher);
  const stop = new AbortController();
  const frame = createFrame(root, address, stop.signal);
  const { now, show, enter, see } = createSight(parts, bell, frame);
  let gone: (() => void) | undefined;

  const take = (told: ToPage) => {
    if (told.told === 'gone') gone?.();
    // Said before it heard that it is to go: it would be told, and written down, of somebody who has left.
    else if (stop.signal.aborted || gone) return;
    else if (told.told === 'event') heard.tell(told.name, told.detail);
    else if (told.told === 'again') restart(told);
    else see(told);
  };
  const begin = () => {
    say('');
    now.reason = null;
    // Pressed while the frame was on its way: what is focused in it now is nothing yet.
    if (now.state.open) enter();
    return { options: plainOf(options), around: around(), open: now.state.open };
  };
  /** What keeps a frame away (a policy, a blocker, a network) tells nobody: it is waited for, and the next press asks again (W2). */
  const fail = () => {
    say();
    now.reason = 'load_failed';
    show(false);
    tell('error', FAILED);
  };
  const [send, wait] = openPort({ frame, origin, begin, take, fail, signal: stop.signal });
  const heard = createHeard((name) => send({ do: 'hear', name }));

  const remove = () => {
    stop.abort();
    frame.remove();
    bell.reset();
  };
  return {
    open() {
      if (now.reason === 'load_failed') {
        say('');
        now.reason = null;
        frame.src = address;
        wait();
      }
      enter();
      send({ do: 'open', around: around() });
    },
    close() {
      show(false);
      send({ do: 'close' });
    },
    isOpen: () => now.state.open,
    run: (verb, values) =>
      dare(verb, heard.tell, () => {
        if (/^o/.test(verb)) return heard.listen(verb, values);
        if (verb === 'popOut') return heard.tell('error', ISOLATED);
        const isText = /^(?:send|new)Message$/.test(verb);
        // A script of the page does not speak for the visitor: the text is put into the box, and she sends it.
        send({ do: 'run', verb: isText ? 'newMessage' : verb, values: verb === 'boot' ? [plainOf(options)] : values });
        if (isText) enter();
      }),
    state: () => now.state,
    reason: () => now.reason,
    destroy(forgetful) {
      send({ do: 'destroy', forgetful });
      if (!forgetful) return remove();
      frame.className = '';
      bell.reset();
      gone = afterGoodbye(remove);
    },
  };
}

/** What throws when it is read, or cannot be told to another window, is an error of the page's (decision 0361). */
function dare(verb: string, tell: MountParts['tell'], run: () => void): void {
  try {
    run();
  } catch (error) {
    console.warn(error);
    tell('error', { code: 'invalid_argument', message: verb });
  }
}

/** What the page sees of the frame: whether it is open, and how the chat in it stands. */
function createSight(
  { root, options, focus }: IsolatedParts,
  bell: ReturnType<typeof createBell>,
  frame: HTMLIFrameElement,
) {
  const now: { state: PanelState; reason: ReturnType<MountedPanel['reason']> } = { state: NOTHING, reason: null };
  const show = (open: boolean) => {
    const inside = root.activeElement === frame;
    frame.className = open ? 'open' : '';
    now.state = { ...now.state, open };
    if (!open && inside) focus();
  };
  return {
    now,
    show,
    enter() {
      show(true);
      frame.focus();
    },
    see(told: BellTold | StateTold) {
      if (told.told === 'bell') {
        bell.show(told);
        frame.title = told.panel;
        if (told.open !== now.state.open) show(told.open);
        return;
      }
      now.state = { ...told.state, open: now.state.open };
      now.reason = told.reason;
      markKept(`${options.site}`, told.kept);
    },
  };
}

/** Somebody else comes (I5): all of the first goes, here and in the frame, and a new one is told who it is. */
function restart({ calls, open }: AgainTold): void {
  const page = window.Deskbell;
  page?.logout();
  for (const call of calls) page?.(...(call as [string]));
  if (open) page?.open();
}

/** The answer is called when the frame has signed out; should that take too long, it goes by itself. */
function afterGoodbye(remove: () => void): () => void {
  const timer = setTimeout(remove, GOODBYE_MS_MAX);
  return () => {
    clearTimeout(timer);
    remove();
  };
}

interface PortParts {
  frame: HTMLIFrameElement;
  origin: string;
  begin(): unknown;
  take(told: ToPage): void;
  /** It did not answer in time. */
  fail(): void;
  signal: AbortSignal;
}

/** Hands the frame its end of a port at its first word. What is said before waits. The second of the answer waits for a first word anew. */
function openPort({ frame, origin, begin, take, fail, signal }: PortParts) {
  const waiting: ToFrame[] = [];
  let port: MessagePort | null = null;
  let sent = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(late);
    late = setTimeout(fail, ANSWER_MS_MAX);
  };
  wait();
  signal.addEventListener('abort', () => clearTimeout(late));
  const hear = (event: MessageEvent) => {
    // Only from this frame, and only while it shows the relay's page.
    if (event.source !== frame.contentWindow || event.origin !== origin || event.data !== READY) return;
    clearTimeout(late);
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => {
      const told = data as ToPage;
      // Said before it heard the last order: a bell that is pressed again at once would be taken back.
      if (told.told !== 'bell' || told.heard === sent) take(told);
    };
    frame.contentWindow?.postMessage(begin(), origin, [channel.port2]);
    for (const message of waiting.splice(0)) port.postMessage(message);
  };
  addEventListener('message', hear, { signal });
  const send = (message: ToFrame) => {
    // Throws here what would keep all that comes after it from the frame there.
    const plain = structuredClone(message);
    sent += 1;
    if (port) port.postMessage(plain);
    else waiting.push(plain);
  };
  return [send, wait] as const;
}

/** Who on the page listens to what; the frame is asked for each name once. */
function createHeard(ask: (name: string) => void) {
  const heard = new Map<string, Set<Hear>>();
  return {
    tell(name: string, detail: unknown): void {
      for (const hear of [...(heard.get(name) ?? [])]) hear(detail);
    },
    listen(verb: string, [name, hear]: readonly unknown[]): void {
      const those = heard.get(`${name}`) ?? new Set();
      if (verb === 'off') {
        if (hear) those.delete(hear as Hear);
        else those.clear();
        return;
      }
      const told = hear as Hear;
      const once: Hear = (detail) => {
        those.delete(once);
        told(detail);
      };
      those.add(verb === 'once' ? once : told);
      if (!heard.has(`${name}`)) ask(`${name}`);
      heard.set(`${name}`, those);
    },
  };
}

function createFrame(root: ShadowRoot, address: string, signal: AbortSignal): HTMLIFrameElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const frame = document.createElement('iframe');
  frame.allow = 'clipboard-write';
  frame.title = 'Chat';
  frame.src = address;
  root.append(frame);
  followKeyboard(frame, signal);
  return frame;
}

/** Texts, numbers and switches only; where it stands is ours to say. */
function plainOf(options: MountParts['options']): Record<string, unknown> {
  const ours = /^(?:scriptUrl|launcher|inline|isolate|autoboot|hidden|offset|zIndex|position)/;
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => !(ours.test(name) || /^[of]/.test(typeof value))),
  );
}

function around(): Around {
  const { href, protocol } = location;
  const { lang } = document.documentElement;
  return { href, protocol, title: document.title, lang, phone: matchMedia(PHONE).matches };
}

/** For the loader, which asks at the next page whether there is a chat to fetch (W3). */
function markKept(site: string, kept: boolean): void {
  try {
    if (kept) localStorage.setItem(`deskbell:${site}:chat`, '1');
    else localStorage.removeItem(`deskbell:${site}:chat`);
  } catch {
    // Denied: then the chat is fetched when somebody asks for it.
  }
}

/** A frame does not see the keyboard that takes from the page's height. */
function followKeyboard(frame: HTMLIFrameElement, signal: AbortSignal): void {
  const view = window.visualViewport;
  const follow = () => {
    const fills = matchMedia(PHONE).matches && view;
    frame.style.height = fills ? `${Math.round(view.height)}px` : '';
    frame.style.top = fills ? `${Math.round(view.offsetTop)}px` : '';
  };
  for (const name of ['resize', 'scroll']) view?.addEventListener(name, follow, { signal });
  follow();
}

function createBell(root: ShadowRoot, launcher: HTMLButtonElement) {
  const face = launcher.querySelector('path');
  const before = { name: launcher.getAttribute('aria-label') ?? '', shape: face?.getAttribute('d') ?? '' };
  const pill = document.createElement('span');
  const words = document.createElement('span');
  pill.className = 'pill';
  pill.setAttribute('aria-hidden', 'true');
  words.className = 'unseen';
  words.setAttribute('role', 'status');
  launcher.append(pill);
  root.append(words);
  const name = (label: string, open: boolean, shape: string) => {
    launcher.setAttribute('aria-label', label);
    launcher.setAttribute('aria-expanded', `${open}`);
    face?.setAttribute('d', shape);
  };
  return {
    show({ open, name: label, lang, shape, pill: count, words: said }: BellTold) {
      name(label, open, shape);
      launcher.lang = words.lang = lang;
      launcher.title = said;
      pill.textContent = count;
      if (words.textContent !== said) words.textContent = said;
    },
    reset() {
      name(before.name, false, before.shape);
      launcher.title = '';
      pill.remove();
      words.remove();
    },
  };
}
