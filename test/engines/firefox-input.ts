import type { Acts } from './firefox-acts.ts';

/** Keys and presses, as a person at a browser has them: in the window before her, where the focus is, and with Tab round the page. */

interface Parts {
  acts: Acts;
  ask(method: string, params: object): Promise<Record<string, unknown>>;
}

interface Asked {
  context?: string;
  actions?: { type: string; actions?: { type: string; value?: string }[] }[];
}

const SHIFT = '\uE008';
const TAB = '\uE004';
const HAS_FOCUS = { expression: 'document.hasFocus()', awaitPromise: false };

export function inputWith({ acts, ask }: Parts) {
  /** Top windows that have had a frame. */
  const framed = new Set<string>();
  let front = '';
  let isShifted = false;

  /** A page without a window that holds its bars: who leaves it by Tab comes in at its other end. */
  async function goRound(tab: string): Promise<void> {
    const target = { context: tab, sandbox: 'deskbell bridge' };
    const { result } = await ask('script.evaluate', { ...HAS_FOCUS, target });
    if ((result as { value: boolean }).value === false) await acts.goRound(tab, isShifted);
  }

  return {
    opened(parent?: string): void {
      if (parent) return void framed.add(parent);
      // A new window comes before all others.
      front = '';
    },
    async act(params: Asked): Promise<object> {
      const { context: tab = '', actions } = params;
      if (tab !== front) await acts.front(tab);
      front = tab;
      const [one] = actions ?? [];
      const isKey = one?.type === 'key';
      // Also into a frame of another site.
      const context = framed.has(tab) && isKey ? ((await acts.focused()) ?? tab) : tab;
      const result = await ask('input.performActions', { ...params, context });
      for (const { type, value } of isKey ? (one.actions ?? []) : []) {
        if (value === SHIFT) isShifted = type === 'keyDown';
        if (value === TAB && type === 'keyDown') await goRound(tab);
      }
      return result;
    },
  };
}
