import type { MountedPanel } from '../main.tsx';
import type { PanelModule } from './api.ts';
import { type Bell, drawBell } from './bell.ts';
import { type Config, hasConversation, wipe } from './config.ts';
import { FAILED } from './strings.ts';

type Call = [verb: string, ...values: unknown[]];
type Hearer = (detail: unknown) => unknown;

/** What the page says before the panel is there, in memory, and who listens to what. */
const createCalls = () => {
  const waiting: Call[] = [];
  /** Said again to a panel that is made anew. */
  const heard: Call[] = [];
  /** The little that there is to tell before the panel is there. */
  const tell = (name: string, detail?: unknown, those = heard) => {
    // That it is no function is said by the panel.
    for (const [verb, of, hear] of those)
      if (of === name && verb !== 'off' && (hear as Hearer)?.call) queueMicrotask(() => (hear as Hearer)(detail));
  };
  const keep = (call: Call, panel: unknown, bell: unknown) => {
    if (/^o/.test(call[0])) {
      heard.push(call);
      // Whoever comes late has not missed that it is there.
      if (bell) tell('ready', undefined, [call]);
      // Older ones of a page that tracks and tracks are forgotten; not soon, as whom it named may be among them.
    } else if (!(panel || waiting.push(call) <= 2e4)) waiting.shift();
  };
  return [tell, keep, heard, waiting] as const;
};

/**
 * The bell on the page, and nothing else until somebody means it: hover and focus fetch the panel, a press opens it.
 * `load` fetches the panel's module; it is called again after a failure, with what makes the address another one.
 * Lists instead of objects: names that only this script uses would be paid for by every page. Its functions are constants one
 * after another for the same reason: the word "function" at each of them weighs 20 bytes.
 */
export const createSlot = (options: Config, load: (again: string) => Promise<PanelModule>) => {
  const [tell, keep, heard, waiting] = createCalls();
  let bell: Bell | null | undefined;
  let panel: MountedPanel | null | undefined;
  let loading: Promise<PanelModule> | null | undefined;
  /** A mark for each failure so far, put behind the address. */
  let again = '';
  let wanted: unknown;
  /** The page has said what means the chat, also before there was a bell. */
  let due: boolean | undefined;

  const fetchPanel = () => {
    loading ??= load(again);
    // A failed prefetch is nobody's business yet: the press tries again and says so.
    loading.catch(() => {
      loading = null;
      again += '?1';
    });
    return loading;
  };
  const mount = async () => {
    const here = bell;
    if (panel || !here) return;
    try {
      const { mount: mountPanel } = await fetchPanel();
      if (panel || here !== bell) return;
      here.say('');
      panel = mountPanel({ ...here, options, tell });
      for (const [verb, ...values] of [...heard, ...waiting.splice(0)]) panel.run(verb, values);
      if (wanted) panel.open();
    } catch (error) {
      console.warn(error);
      tell('error', { code: 'load_failed', message: FAILED });
      if (wanted) here.say();
      wanted = false;
    }
  };
  const open = () => {
    wanted = true;
    panel ? panel.open() : void mount();
  };
  const close = () => {
    wanted = false;
    panel?.close();
  };
  const isOpen = () => panel?.isOpen() ?? wanted;
  /** The second press of two quick ones is no press of its own. */
  const toggle = (event?: unknown) => (event as UIEvent)?.detail > 1 || (isOpen() ? close() : open());
  const drop = (forgetful: boolean) => {
    panel?.destroy(forgetful);
    bell?.remove();
    panel = bell = null;
  };
  /** Again where the page wrote itself anew. */
  const draw = () => {
    // Closed by its own button it stays closed, and the next press opens it.
    wanted = isOpen() || options.inline;
    drop(false);
    bell = drawBell(options, fetchPanel, toggle, draw);
    if (wanted || due || hasConversation(options.site)) void mount();
    tell('ready');
  };
  /** Said to the panel, or kept for it. Some mean the chat: they fetch it. */
  const later = (verb: string, ...values: unknown[]) => {
    keep([verb, ...values], panel, bell);
    panel?.run(verb, values);
    due ||= /^(new|send|pop)/.test(verb);
    if (due) void mount();
  };
  /** As it was before; `forgetful`: also what the browser keeps. */
  const leave = (forgetful: boolean) => {
    drop(forgetful);
    wanted = due = false;
    waiting.length = 0;
    if (forgetful) wipe(options.site);
    else heard.length = 0;
  };
  return [() => [bell, panel, again] as const, draw, later, leave, open, close, toggle, isOpen, waiting] as const;
};
