import type { DeskbellApi, LoaderReason, PanelModule } from './api.ts';
import { type Config, complain } from './config.ts';
import { createSlot } from './slot.ts';
import { NO_COMMAND } from './strings.ts';

/** Whatever a page passes, a symbol or `apply`: nothing is thrown at it. */
const dare = (what: string, run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    console.warn(NO_COMMAND, what, error);
  }
};

/** `window.Deskbell`; inert where `found` is the reason why it cannot work. */
export const createDeskbell = (
  found: Config | LoaderReason,
  load: (again: string) => Promise<PanelModule>,
  onGone: () => void,
): DeskbellApi => {
  const options = Object(found) as Config;
  const [now, draw, later, leave, open, close, toggle, isOpen, q] = createSlot(options, load);
  let reason = found === options ? null : (found as LoaderReason);

  const hide = (hidden: boolean) => {
    options.hidden = hidden;
    now()[0]?.apply();
  };
  const verbs: Record<string, (...given: never[]) => unknown> = {
    boot(given: Config) {
      if (found !== options) return;
      // One by one: what cannot be written as text is said, and keeps nothing else away (decision 0361).
      for (const name in given)
        dare(name, () => {
          options[name as 'scriptUrl'] = `${given[name as 'scriptUrl']}` && given[name as 'scriptUrl'];
        });
      reason = options.site ? null : complain('site_missing');
      if (reason) return;
      const [bell, panel] = now();
      if (bell) {
        bell.apply();
        panel?.run('boot', []);
      } else draw();
    },
    open,
    close,
    toggle,
    show: () => hide(false),
    hide() {
      close();
      hide(true);
    },
    logout() {
      const [again] = now();
      leave(true);
      if (again) draw();
    },
    destroy() {
      leave(false);
      reason = 'destroyed';
      onGone();
    },
    getState: () => ({
      open: !!isOpen(),
      visible: now()[0]?.launcher.hidden === false,
      agent: null,
      available: null,
      conversation: 'none',
      unread: 0,
      ...now()[1]?.state(),
    }),
    getUnavailableReason: () => reason ?? (now()[1] ? now()[1]?.reason() : now()[2] ? 'load_failed' : null),
  };
  // Done by the panel. Until it is there they wait, and nothing is asked of the relay (W3).
  for (const verb of 'identify setAttributes setTags setDepartment setLocale track on once off newMessage sendMessage popOut'.split(
    ' ',
  ))
    verbs[verb] = later.bind(null, verb);
  const api = ((verb: string, ...values: never[]) =>
    dare(verb, () => (verbs[verb] as (...given: never[]) => unknown)(...values))) as DeskbellApi;
  (api as { q?: unknown }).q = q;
  for (const verb in verbs) api[verb as 'open'] = api.bind(null, verb);
  return api;
};
