import { keepAttached } from './attach.ts';
import { type Config, complain } from './config.ts';
import css from './launcher.css?inline';
import { createLauncher, describe } from './launcher.ts';
import { FAILED, LANG } from './strings.ts';

export type Bell = ReturnType<typeof drawBell>;

/** The host element with what stands in it before the panel: the button, and a line for what went wrong. */
export const drawBell = (options: Config, prefetch: () => void, toggle: (event: Event) => void, anew: () => void) => {
  const host = document.createElement('deskbell-chat');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(options.textOpenChat);
  /** The sentence in the launcher's place when the panel could not be fetched. */
  const note = describe(document.createElement('p'), { class: 'note', role: 'alert' });
  const sheet = new CSSStyleSheet();
  host.lang = LANG;
  const stop = new AbortController();
  let { launcher: own } = options;
  /** What was pressed last: the focus goes back to it. */
  let pressed: HTMLElement = launcher;

  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(launcher, note);

  // A selector that is none: said once, and the bell is there instead.
  try {
    if (own) launcher.closest(own);
  } catch (error) {
    complain(error);
    own = '';
  }
  // The owner's own buttons may come and go: the page is listened to, not they.
  const listen = (name: string, act: (event: Event) => void) => {
    launcher.addEventListener(name, act);
    if (!own) return;
    const heard = (event: Event) => {
      const button = (event.target as Element).closest?.<HTMLElement>(own as string);
      if (!button) return;
      pressed = button;
      act(event);
    };
    document.addEventListener(name, heard, { signal: stop.signal, capture: true });
  };
  listen('pointerenter', prefetch);
  listen('focus', prefetch);
  listen('click', toggle);

  const apply = () => {
    const { inline } = options;
    host.className = inline ? 'inline' : (options.position ?? '');
    // What is found, as a list of one; of what is no value nothing, and the style sheet's own holds. `12px` is 12.
    const values: Record<string, unknown> = {
      x: /\d*/.exec(options.offsetX as string),
      y: /\d*/.exec(options.offsetY as string),
      z: /\d*/.exec(options.zIndex as string),
      scheme: /^[ld].*/.exec(options.theme as string),
      fill: /^#(?:\w{3}){1,2}$/.exec(options.color as string),
    };
    for (const name in values) host.style.setProperty(`--${name}`, values[name] as string);
    // Whatever stands there is taken for yes.
    launcher.hidden = (inline || own || /^t/.test(options.hidden as string)) as boolean;
  };
  apply();
  const detach = keepAttached(host, anew);

  return {
    root,
    launcher,
    apply,
    focus: () => pressed.focus(),
    say(text = FAILED) {
      note.textContent = text;
    },
    remove() {
      stop.abort();
      detach();
    },
  };
};
