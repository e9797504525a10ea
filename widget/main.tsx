import { effect } from '@preact/signals';
import { render } from 'preact';
import { createLead, inTurn } from '../protocol/browser/lead.ts';
import { openOutboxStore } from '../protocol/browser/outbox-store.ts';
import { FallbackConnection } from '../protocol/client/fallback-connection.ts';
import { LaterConnection } from '../protocol/client/later-connection.ts';
import { SocketConnection } from '../protocol/client/socket-connection.ts';
import type { VisitorCommands, VisitorFacts } from '../protocol/wire/events.ts';
import { PAGE_TITLE_CHARS_MAX, PAGE_URL_CHARS_MAX, POLL_IDLE_MS, POLL_OPEN_MS } from '../protocol/wire/limits.ts';
import { copyText } from './browser/clipboard.ts';
import { browserClock as clock } from './browser/clock.ts';
import { newClientId } from './browser/ids.ts';
import { createLauncherView } from './browser/launcher-view.ts';
import { watchPageView } from './browser/page-view.ts';
import { adoptSheets } from './browser/sheets.ts';
import { openShelf } from './browser/shelf.ts';
import { followKeyboard } from './browser/viewport.ts';
import { createChat } from './model/chat.ts';
import type { Chat } from './model/chat-view.ts';
import type { ChatPorts } from './model/ports.ts';
import { charsLeft, isSendable } from './model/text.ts';
import { createFormats } from './ui/formats.ts';
import { Panel } from './ui/panel.tsx';
import { strings } from './ui/strings.ts';
import { styles } from './ui/styles.ts';
import { createViews } from './ui/views.ts';

/** Why the relay refuses this page; `refused` for whatever else it says. */
export type UnavailableReason = 'site_unknown' | 'origin_not_allowed' | 'version_too_old' | 'refused';

export interface Host {
  /** The page's button. Once mounted, the panel names it, counts on it and gives the focus back to it. */
  launcher: HTMLButtonElement;
}

export interface MountParts {
  root: ShadowRoot;
  /** Absolute address of the tag's script; the relay is where it came from. */
  scriptUrl: string;
  /** The site's key. */
  site: string;
  host: Host;
}

export interface MountedPanel {
  open(): void;
  close(): void;
  isOpen(): boolean;
  reason(): UnavailableReason | null;
  destroy(): void;
}

/** After so long online, what may be needed later is fetched, ms. */
const QUIET_MS = 2_000;

/** The composition root of the panel: the real ports, the model, and what is drawn of it. */
export function mount({ root, scriptUrl, site, host }: MountParts): MountedPanel {
  const { launcher } = host;
  const formats = createFormats(navigator.language, clock.now);
  const chat: Chat = createChat(portsOf(new URL(scriptUrl).origin, site, formats.dayOf, () => chat.open.peek()));
  const bell = createLauncherView(launcher, {
    open: strings.openChat,
    close: strings.closeChat,
    unread: strings.unread,
  });
  const place = document.createElement('div');
  const dropSheets = [adoptSheets(root, styles)];
  const views = createViews((css) => dropSheets.push(adoptSheets(root, [css])));
  root.append(place, ...bell.elements.slice(1));
  const stopKeyboard = followKeyboard(root.host as HTMLElement);

  const close = () => {
    const inside = root.activeElement !== null;
    chat.setOpen(false);
    if (inside) launcher.focus();
  };
  const panel = (
    <Panel
      chat={chat}
      formats={formats}
      rules={{ charsLeft, isSendable }}
      views={views}
      copy={copyText}
      onClose={close}
    />
  );
  const stopBell = effect(() => bell.show(chat.open.value, chat.unread.value));
  const stopPanel = effect(() => render(chat.open.value ? panel : null, place));

  // A network that fails later must not keep anybody from what comes later (W16).
  const stopFetching = effect(() => {
    if (chat.link.value !== 'online') return;
    return clock.after(QUIET_MS, () => {
      for (const view of Object.values(views)) view.fetch();
      loadPoll().catch(() => {});
    });
  });

  return {
    open: () => chat.setOpen(true),
    close,
    isOpen: () => chat.open.peek(),
    reason: () => reasonOf(chat.refused.peek()),
    destroy() {
      stopBell();
      stopPanel();
      stopFetching();
      stopKeyboard();
      render(null, place);
      chat.dispose();
      bell.reset();
      place.remove();
      for (const drop of dropSheets) drop();
    },
  };
}

function portsOf(origin: string, site: string, dayOf: (at: number) => string, isOpen: () => boolean): ChatPorts {
  const random = Math.random;
  const shelf = openShelf('localStorage', `deskbell:${site}:`);
  const tab = openShelf('sessionStorage', `deskbell:${site}:`);
  const page = watchPageView({ url: PAGE_URL_CHARS_MAX, title: PAGE_TITLE_CHARS_MAX });
  return {
    clock,
    random,
    newClientId,
    shelf,
    outbox: openOutboxStore(`deskbell:${site}`),
    lead: createLead(`deskbell:${site}:lead`),
    alone: (run) => inTurn(`deskbell:${site}:hello`, run),
    tab,
    page,
    site,
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
        return new PollConnection({ request: createPostJson(origin, site), hello, everyMs, clock, random });
      };
      const other = new LaterConnection<VisitorCommands, VisitorFacts>({ load, clock, random });
      return new FallbackConnection<VisitorCommands, VisitorFacts>({ socket, other, clock, isAwaited });
    },
  };
}

const loadPoll = () => Promise.all([import('../protocol/client/poll-connection.ts'), import('./browser/post-json.ts')]);

const TOLD = ['site_unknown', 'origin_not_allowed', 'version_too_old'] as const;

function reasonOf(error: string | null): UnavailableReason | null {
  const known = TOLD.find((reason) => reason === error);
  return error === null ? null : (known ?? 'refused');
}
