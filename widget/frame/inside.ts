import { wipe } from '../embed/config.ts';
import bell from '../embed/launcher.css?inline';
import type { Around, MountedPanel, mount as mountPanel, PanelOptions } from '../main.tsx';
import css from './inside.css?inline';
import type { Ready, ToFrame, ToPage } from './told.ts';

/** In the frame (W32): the same panel as everywhere, and a port to the page that holds it. */

/** What the page's state is made of. */
const STATE = ['unread', 'availability', 'queue', 'agent:assigned', 'conversation:started', 'conversation:ended'];
const READY: Ready = 'deskbell:frame';
const SVG = 'http://www.w3.org/2000/svg';

interface Begin {
  options: Record<string, unknown>;
  around: Around;
  /** The person has pressed the bell already. */
  open: boolean;
}

const site = decodeURIComponent(location.pathname.split('/').at(-1) ?? '');

addEventListener('message', function begin(event) {
  const [port] = event.ports;
  // The relay lets this page be framed by the site's own pages only; the first word of the one that does is the last of its kind.
  if (event.source !== parent || !port) return;
  removeEventListener('message', begin);
  void start(event.data as Begin, port);
});
parent.postMessage(READY, '*');

async function start({ options, around, open }: Begin, port: MessagePort): Promise<void> {
  const tell = (message: ToPage) => port.postMessage(message);
  const { root, launcher, dress } = createHost();
  const own: PanelOptions = { ...options, site, scriptUrl: `${location.origin}/deskbell.js` };
  document.documentElement.lang = around.lang;
  dress(own);
  // What is a phone is the page's to say: a frame is always small.
  const real = matchMedia.bind(window);
  window.matchMedia = (query) => real(around.phone ? query : 'not all');
  const { mount } = (await import(/* @vite-ignore */ import.meta.url.replace(/inside(?=-[^/]*$)/, 'widget'))) as {
    mount: typeof mountPanel;
  };
  const panel = mount({
    root,
    launcher,
    options: own,
    focus: () => {},
    around,
    tell: (name, detail) => tell({ told: 'event', name, detail }),
  });
  let heard = 0;
  const tellAll = () => tellEverything(panel, root, launcher, heard, tell);
  new MutationObserver(tellAll).observe(launcher, { attributes: true, childList: true, subtree: true });
  for (const name of STATE) panel.run('on', [name, tellAll]);
  port.onmessage = ({ data }) => {
    heard += 1;
    obey(data as ToFrame, { panel, own, around, dress, tell });
    // The page waits for the answer to its last order.
    if (data.do !== 'destroy') tellAll();
  };
  takeFirstKey(root, panel);
  askPageToRestart(tell);
  if (open) panel.open();
  tellAll();
}

/**
 * WebKit gives no element of another site's frame the focus before a person has done something in it, though the page has given
 * it to the frame: what she types then goes on in the box, and Escape closes (W32).
 */
function takeFirstKey(root: ShadowRoot, panel: MountedPanel): void {
  const stop = new AbortController();
  const once = { signal: stop.signal, capture: true };
  addEventListener('pointerdown', () => stop.abort(), once);
  addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey, altKey }) => {
      if (root.activeElement || !panel.isOpen()) return;
      if (key === 'Escape') return panel.close();
      if (key.length > 1 || ctrlKey || metaKey || altKey) return;
      root.querySelector<HTMLElement>('[data-focus]')?.focus();
      stop.abort();
    },
    once,
  );
}

/**
 * Somebody else comes (I5): the panel's own side says so to `window.Deskbell`, which is the page's to have. There the chat signs out, and
 * comes again in a new frame. Texts that wait are not told to a page.
 */
function askPageToRestart(tell: (message: ToPage) => void): void {
  let calls: unknown[][] = [];
  let open = false;
  const page = Object.assign((...call: unknown[]) => void (call[0] !== 'sendMessage' && calls.push(call)), {
    logout() {
      calls = [];
      open = false;
      queueMicrotask(() => tell({ told: 'again', calls, open }));
    },
    open() {
      open = true;
    },
  });
  Object.assign(window, { Deskbell: page });
}

function createHost() {
  const host = document.createElement('deskbell-chat');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [bell, css].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const launcher = document.createElement('button');
  const icon = document.createElementNS(SVG, 'svg');
  const face = document.createElementNS(SVG, 'path');
  launcher.className = 'launcher';
  face.setAttribute('d', 'M10 4v2.5M8 4h4M3.5 13.5a6.5 6.5 0 0 1 13 0zM2.5 16.5h15');
  icon.append(face);
  launcher.append(icon);
  root.append(launcher);
  document.body.append(host);
  const dress = ({ color, theme, locale }: Readonly<Record<string, unknown>>) => {
    host.style.setProperty('--fill', /^#(\w{3}){1,2}$/.test(`${color}`) ? `${color}` : '');
    host.style.setProperty('--scheme', theme === 'light' || theme === 'dark' ? theme : '');
    if (locale) document.documentElement.lang = `${locale}`;
  };
  return { root, launcher, dress };
}

interface Inside {
  panel: MountedPanel;
  own: PanelOptions;
  around: Around;
  dress(options: Readonly<Record<string, unknown>>): void;
  tell(message: ToPage): void;
}

function obey(message: ToFrame, { panel, own, around, dress, tell }: Inside): void {
  if (message.do === 'open') {
    Object.assign(around, message.around);
    document.title = around.title;
    panel.open();
  } else if (message.do === 'close') {
    panel.close();
  } else if (message.do === 'hear') {
    // Whoever cannot look in does not hear what is said.
    const { name } = message;
    panel.run('on', [name, (detail: unknown) => tell({ told: 'event', name, detail: quiet(detail) })]);
  } else if (message.do === 'run') {
    const isBoot = message.verb === 'boot';
    if (isBoot) dress(Object.assign(own, message.values[0], { site }));
    panel.run(message.verb, isBoot ? [] : message.values);
  } else {
    panel.destroy(message.forgetful);
    if (message.forgetful) wipe(site);
    tell({ told: 'gone' });
  }
}

function quiet(detail: unknown): unknown {
  return typeof detail === 'object' && detail !== null && 'text' in detail ? { ...detail, text: '' } : detail;
}

function tellEverything(
  panel: MountedPanel,
  root: ShadowRoot,
  launcher: HTMLButtonElement,
  heard: number,
  tell: (message: ToPage) => void,
): void {
  tell({
    ...{ told: 'bell', heard, open: panel.isOpen(), lang: launcher.lang },
    name: launcher.getAttribute('aria-label') ?? '',
    shape: launcher.querySelector('path')?.getAttribute('d') ?? '',
    pill: launcher.querySelector('.pill')?.textContent ?? '',
    words: launcher.title,
    panel: root.querySelector('.panel')?.getAttribute('aria-label') ?? 'Chat',
  });
  tell({ told: 'state', state: panel.state(), reason: panel.reason(), kept: isKept() });
}

function isKept(): boolean {
  try {
    return `deskbell:${site}:chat` in localStorage;
  } catch {
    return false;
  }
}
