import { keepAttached } from './attach.ts';
import type { Config } from './config.ts';
import css from './launcher.css?inline';
import { createLauncher, createNote } from './launcher.ts';
import { LANG } from './strings.ts';

export type Bell = ReturnType<typeof drawBell>;

/** The host element with what stands in it before the panel: the button, and a line for what went wrong. */
export function drawBell(options: Config, prefetch: () => void, toggle: () => void, anew: () => void) {
  const host = document.createElement('deskbell-chat');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(options.textOpenChat);
  const note = createNote();
  const sheet = new CSSStyleSheet();
  host.lang = LANG;
  const stop = new AbortController();
  const { launcher: own } = options;
  /** What was pressed last: the focus goes back to it. */
  let pressed: HTMLElement = launcher;

  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(launcher, note);

  // The owner's own buttons may come and go: the page is listened to, not they.
  const listen = (name: string, act: () => void) => {
    launcher.addEventListener(name, act);
    if (!own) return;
    const heard = (event: Event) => {
      const button = (event.target as Element).closest?.<HTMLElement>(own);
      if (!button) return;
      pressed = button;
      act();
    };
    document.addEventListener(name, heard, { signal: stop.signal, capture: true });
  };
  listen('pointerenter', prefetch);
  listen('focus', prefetch);
  listen('click', toggle);

  const apply = () => {
    const { color, theme, inline } = options;
    host.className = inline ? 'inline' : (options.position ?? '');
    const values: Record<string, unknown> = {
      x: options.offsetX,
      y: options.offsetY,
      z: options.zIndex,
      scheme: theme !== 'auto' && theme,
      fill: /^#(\w{3}){1,2}$/.test(color as string) && color,
    };
    for (const name in values) host.style.setProperty(`--${name}`, (values[name] || '') as string);
    launcher.hidden = Boolean(inline || own || /^t/.test(options.hidden as string));
  };
  apply();
  const detach = keepAttached(host, anew);

  return {
    root,
    launcher,
    apply,
    focus: () => pressed.focus(),
    say(text: string) {
      note.textContent = text;
    },
    remove() {
      stop.abort();
      detach();
    },
  };
}
