import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { createLead, inTurn } from '../protocol/browser/lead.ts';
import { openOutboxStore } from '../protocol/browser/outbox-store.ts';
import { FallbackConnection } from '../protocol/client/fallback-connection.ts';
import { LaterConnection } from '../protocol/client/later-connection.ts';
import { SocketConnection } from '../protocol/client/socket-connection.ts';
import { spellJson } from '../protocol/kit/json.ts';
import type { Work } from '../protocol/wire/errors.ts';
import type { VisitorCommands, VisitorFacts } from '../protocol/wire/events.ts';
import { PAGE_TITLE_CHARS_MAX, PAGE_URL_CHARS_MAX, POLL_IDLE_MS, POLL_OPEN_MS } from '../protocol/wire/limits.ts';
import { copyText } from './browser/clipboard.ts';
import { browserClock as clock } from './browser/clock.ts';
import { newClientId } from './browser/ids.ts';
import { createLauncherView } from './browser/launcher-view.ts';
import { watchPageView } from './browser/page-view.ts';
import { adoptSheets } from './browser/sheets.ts';
import { openShelf } from './browser/shelf.ts';
import { subjectOf } from './browser/subject.ts';
import { createChat } from './model/chat.ts';
import type { Chat } from './model/chat-view.ts';
import type { HostLink } from './model/host-link.ts';
import type { ChatPorts, Who } from './model/ports.ts';
import { charsLeft, isSendable } from './model/text.ts';
import { threadOf } from './model/thread.ts';
import type { PageSideParts } from './page-side.ts';
import { createFormats } from './ui/formats.ts';
import { handed } from './ui/handed.ts';
import { Panel, type PanelProps } from './ui/panel.tsx';
import type { Texts } from './ui/speak.ts';
import { createSpeech, names } from './ui/speech.ts';
import { strings } from './ui/strings.ts';
import { styles } from './ui/styles.ts';
import { createViews, type Views } from './ui/views.ts';

handed.threadOf = threadOf;

/** Why the relay refuses this page; `refused` for whatever else it says. */
export type UnavailableReason = 'site_unknown' | 'origin_not_allowed' | 'version_too_old' | 'refused';

/** What the tag and `boot` say, by the names of widget/embed/api.ts; not to be trusted to be of the right kind. */
export type PanelOptions = Readonly<Record<string, unknown>> & { scriptUrl: string };

/** The page that holds the frame in which the panel is isolated (W32). */
export interface Around {
  href: string;
  protocol: string;
  title: string;
  /** As the page is marked; nothing, where it is not (W22). */
  lang: string;
  /** It gives the frame the whole screen. */
  phone: boolean;
}

export interface MountParts {
  root: ShadowRoot;
  /** The page's button. Once mounted, the panel names it and counts on it. */
  launcher: HTMLButtonElement;
  options: PanelOptions;
  /** Gives the focus back to whatever opened the panel. */
  focus(): void;
  around?: Around;
  /** Tells those on the page who listen, also where the page's side (W18) is not there. */
  tell(name: string, detail: unknown): void;
}

export interface MountedPanel {
  open(): void;
  close(): void;
  isOpen(): boolean;
  /** A command of the page that is not the loader's own. */
  run(verb: string, values: readonly unknown[]): void;
  state(): PanelState;
  reason(): UnavailableReason | 'load_failed' | 'unreachable' | null;
  /** `forgetful`: the visitor signs out. */
  destroy(forgetful: boolean): void;
}

export interface PanelState {
  open: boolean;
  unread: number;
  conversation: 'none' | 'queued' | 'active' | 'closed';
  available: boolean | null;
  agent: { name: string } | null;
}

/** As in panel.css. */
const PHONE = '(max-width: 479px), (pointer: coarse) and (max-width: 959px) and (max-height: 479px)';
/** After so long online, what may be needed later is fetched, ms. */
const QUIET_MS = 2_000;
/** What the page says waits so long for its part to be asked for again; each time twice as long, ms. */
const PAGE_SIDE_RETRY_MS = 1_000;
/** Of a page that tracks and tracks. */
const WAITING_MAX = 200;

/** The composition root of the panel: the real ports, the model, and what is drawn of it. */
export function mount({ root, launcher, options, focus, tell, around }: MountParts): MountedPanel {
  const inline = !!options.inline;
  const texts: Texts = { panel: strings };
  const speech = createSpeech(options, texts, clock.after);
  const formats = computed(() => createFormats(speech.locale.value, chat.now));
  const dayOf = (at: number) => formats.peek().dayOf(at);
  const origin = new URL(options.scriptUrl).origin;
  // The first hello says whom the page names (I5): the tag, `boot`, or `identify`.
  const ports = portsOf(origin, `${options.site}`, around, dayOf, () => chat.open.peek());
  const chat: Chat = createChat({ ...ports, who: options as Who });
  const bell = createLauncherView(launcher, strings);
  const place = document.createElement('div');
  place.className = 'place';
  adoptSheets(root, styles);
  const views = createViews(
    (group, own, css = '') => {
      texts[group] = own;
      adoptSheets(root, [css]);
      return speech.join();
    },
    async () => (await import('./later-files.tsx')).createPart(chat, origin, `${options.site}`, work),
    async () => (await import('./later-face.tsx')).createPart(chat, origin, `${options.site}`),
    async () => (await import('./later-amended.tsx')).createPart(chat),
    async () => (await import('./later-own.tsx')).createPart(chat, origin, `${options.site}`),
    async () => (await import('./later-preview.tsx')).createPart(chat),
  );
  root.append(place, bell.words);
  const hostElement = root.host as HTMLElement;
  const clothes = createClothes(hostElement, options);
  const host = createHost({ chat, options, speech, strings, watch: effect }, tell);

  const close = () => {
    if (inline) return;
    const inside = root.activeElement !== null;
    chat.setOpen(false);
    if (inside) focus();
  };
  const stopPhone = inline ? () => {} : livePhone(chat, hostElement, close);
  const stopBell = effect(() => bell.show(chat.open.value, chat.unread.value, speech.told.value));
  const stopPanel = drawPanel(place, speech.told, () => ({
    ...{ chat, views, inline, copy: copyText, onClose: close },
    formats: formats.value,
    rules: { charsLeft, isSendable },
    logo: options.logo as string | undefined,
  }));
  const stopFetching = fetchInQuiet(chat, options.site, views, speech.retry);
  // Text that somebody made larger must not grow under her eyes (W39).
  if (chat.shelf.read('size')) views.menu.fetch();
  if (names(options, SAID)) host.run('boot', []);

  return {
    open: () => chat.setOpen(true),
    close,
    isOpen: () => chat.open.peek(),
    run(verb, values) {
      if (verb === 'boot') {
        clothes.change();
        speech.change();
      }
      host.run(verb, values);
    },
    state: () => stateOf(chat),
    reason: () => reasonOf(chat.refused.peek()) ?? (chat.link.peek() === 'offline' ? 'unreachable' : host.reason()),
    destroy(forgetful) {
      if (forgetful) void chat.ask('visitor:logout', {});
      for (const stop of [stopBell, stopPanel, stopFetching, stopPhone, clothes.stop, speech.stop, host.dispose])
        stop();
      // The root with all that stands in it is the loader's to take away.
      render(null, place);
      chat.dispose();
    },
  };
}

/** What a part that comes later does until it is stopped, which may be before it comes. */
function until<Part>(
  part: Promise<Part>,
  start: (part: Part) => () => void,
  fail: (error: unknown) => void = console.warn,
): () => void {
  let stop: (() => void) | null | undefined;
  part.then(
    (there) => {
      if (stop !== null) stop = start(there);
    },
    (error) => stop !== null && fail(error),
  );
  return () => {
    stop?.();
    stop = null;
  };
}

/** Where the panel takes the whole screen: a part of its own. */
function livePhone(chat: Chat, host: HTMLElement, close: () => void): () => void {
  return effect(() => {
    if (chat.open.value && matchMedia(PHONE).matches)
      return until(import('./browser/phone.ts'), ({ fillPhone }) => fillPhone(host, close));
  });
}

/** While it is open, and once its words are known; `told` changes with them. */
function drawPanel(place: Element, told: ReadonlySignal<number>, propsOf: () => PanelProps): () => void {
  return effect(() => {
    const props = propsOf();
    // Drawn anew in other words it has the focus if it had it.
    const enters = place.firstChild ? place.matches(':focus-within') : !props.inline;
    render(props.chat.open.value && told.value ? <Panel key={told.value} {...props} enters={enters} /> : null, place);
  });
}

/** In a quiet moment: a network that fails later must not keep anybody from what comes later (W16). */
function fetchInQuiet(chat: Chat, site: unknown, views: Views, retryWords: () => void): () => void {
  let stopCalling: (() => void) | null = null;
  const stop = effect(() => {
    if (chat.link.value !== 'online') return;
    return clock.after(QUIET_MS, () => {
      for (const view of Object.values(views)) view.fetch();
      retryWords();
      loadPoll().catch(() => {});
      stopCalling ??= until(
        import('./browser/attention.ts'),
        ({ callAttention }) => callAttention(chat, site, effect),
        () => {
          stopCalling = null;
        },
      );
    });
  });
  return () => {
    stop();
    stopCalling?.();
  };
}

function stateOf(chat: Chat): PanelState {
  const agent = chat.agent.peek();
  return {
    open: chat.open.peek(),
    unread: chat.unread.peek(),
    conversation: chat.status.peek(),
    available: chat.available.peek(),
    agent: agent && { name: agent.name },
  };
}

/** The owner's place, colours, corners and font: a part of its own, as most pages choose none. */
function createClothes(host: HTMLElement, options: PanelOptions) {
  let undress = () => {};
  const change = () => {
    if (!names(options, DRESSED)) return;
    undress();
    undress = until(import('./ui/dress.ts'), ({ dress }) => dress(host, options));
  };
  change();
  return { change, stop: () => undress() };
}

/** The page's side is a part of its own, fetched when the page says or asks something; what it says waits for it in order. */
function createHost(parts: PageSideParts, tell: MountParts['tell']) {
  let link: HostLink | undefined;
  let tries = 0;
  let stop = () => {};
  const waiting: Parameters<HostLink['run']>[] = [];
  const fetch = () => {
    stop = until(
      import('./page-side.ts'),
      ({ createPageSide }) => {
        link = createPageSide(parts);
        for (const call of waiting) link.run(...call);
        return link.dispose;
      },
      () => {
        stop = clock.after(PAGE_SIDE_RETRY_MS << Math.min(tries, 5), fetch);
        if (!tries++) tell('error', { code: 'load_failed', message: strings.viewFailed });
      },
    );
  };
  return {
    run(verb: string, values: readonly unknown[]) {
      // Here, because the first hello says it (I5); all else about it is the page's side.
      if (verb === 'identify' && typeof values[0] === 'string') (parts.options as Who).identity = values[0];
      if (link) link.run(verb, values);
      else if (waiting.push([verb, values]) === 1) fetch();
      else if (waiting.length > WAITING_MAX)
        waiting.splice(
          waiting.findIndex(([of]) => of === 'track'),
          1,
        );
    },
    reason: () => (tries && !link ? 'load_failed' : null),
    dispose: () => stop(),
  };
}

function portsOf(
  origin: string,
  site: string,
  around: Around | undefined,
  dayOf: (at: number) => string,
  isOpen: () => boolean,
): Omit<ChatPorts, 'who'> {
  const random = Math.random;
  const shelf = openShelf('localStorage', `deskbell:${site}:`);
  const tab = openShelf('sessionStorage', `deskbell:${site}:`);
  const page = watchPageView({ url: PAGE_URL_CHARS_MAX, title: PAGE_TITLE_CHARS_MAX }, around);
  return {
    clock,
    random,
    newClientId,
    shelf,
    outbox: openOutboxStore(`deskbell:${site}`),
    lead: createLead(`deskbell:${site}:lead`),
    alone: (run) => inTurn(`deskbell:${site}:hello`, run, clock.after),
    tab,
    page,
    site,
    work,
    subjectOf,
    dayOf,
    connect(hello, isAwaited) {
      const socket = new SocketConnection<VisitorCommands, VisitorFacts>({
        url: `${origin}/visitor`,
        hello,
        clock,
        random,
      });
      const everyMs = () => (isOpen() ? POLL_OPEN_MS : POLL_IDLE_MS);
      const load = async () => {
        const [{ PollConnection }, { createPostJson }] = await loadPoll();
        return new PollConnection({ request: createPostJson(origin, site, spellJson), hello, everyMs, clock, random });
      };
      const other = new LaterConnection<VisitorCommands, VisitorFacts>({ load, clock, random });
      return new FallbackConnection<VisitorCommands, VisitorFacts>({ socket, other, clock, isAwaited });
    },
  };
}

const work = async (asked: Work) => (await import('./later-work.tsx')).solve(asked);

const loadPoll = () => Promise.all([import('../protocol/client/poll-connection.ts'), import('./browser/post-json.ts')]);

/** Options that change how it looks, beside what the loader does by itself. */
const DRESSED = /^(?:color|radius|font|inline)/;
/** Options that are said to the relay, or change what the panel does. */
const SAID = /^(?:name|email|identity|tags|department|locale)$/;

/** The other words of the relay are no help to a page's author. */
function reasonOf(error: string | null): UnavailableReason | null {
  return (error && (/^(?:site|orig|vers)/.test(error) ? error : 'refused')) as UnavailableReason | null;
}
