import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type BrowserTab, PAGE_SIDE, pageOf, WAIT_MS_MAX } from './browser-tab.ts';
import { enginePath } from './engines.ts';
import { freePort } from './free-port.ts';

/** What is pressed or typed in a window that is hidden is never answered. */
const ANSWER_MS_MAX = 90_000;

/** W3C WebDriver's mark of an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebKitTab extends BrowserTab {
  /** A function body in the page, likewise. */
  run(body: string): Promise<unknown>;
  /** As somebody who chooses it in the system's dialog; the element is what the function finds. */
  choose(find: () => Element | null | undefined, path: string): Promise<void>;
  /** From now on this frame is asked, by what the function finds; null: the page again. */
  enter(find: (() => Element | null | undefined) | null): Promise<void>;
  /** Another window of the same browser, and the way back to this one. */
  second(url: string): Promise<void>;
  turnTo(tab: 'first' | 'second'): Promise<void>;
  resize(width: number, height: number): Promise<void>;
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

/** One window of WebKitGTK by W3C WebDriver, on a screen that nobody sees (Xvfb). Each has its own storage. */
export async function openWebKit(): Promise<WebKitTab> {
  const port = await freePort();
  // As root WebKit refuses to start in its sandbox; the pages here are our own.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const given = ['-a', '-s', '-screen 0 1600x1200x24', enginePath('WEBKIT_DRIVER') ?? '', `--port=${port}`];
  const started = spawn('xvfb-run', given, { env, stdio: 'ignore', detached: true });
  const failed = once(started, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const origin = `http://127.0.0.1:${port}`;
  const ask: Ask = async (method, path, body) => {
    const signal = AbortSignal.timeout(ANSWER_MS_MAX);
    const answer = await fetch(origin + path, { method, signal, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const end = () => {
    process.off('exit', end);
    process.kill(-(started.pid as number));
  };
  process.on('exit', end);
  try {
    await Promise.race([answers(`${origin}/status`), failed]);
    const options = { 'webkitgtk:browserOptions': { binary: enginePath('WEBKIT'), args: ['--automation'] } };
    const { sessionId } = (await ask('POST', '/session', { capabilities: { alwaysMatch: options } })) as {
      sessionId: string;
    };
    return tabOf(`/session/${sessionId}`, ask, end);
  } catch (error) {
    end();
    throw error;
  }
}

function tabOf(session: string, ask: Ask, end: () => void): WebKitTab {
  const tell = (path: string, body: object = {}) => ask('POST', session + path, body);
  const run = (script: string, args: unknown[] = []) => tell('/execute/sync', { script, args });
  const call = (fn: (...given: never[]) => unknown, given: unknown[] = []) =>
    run(`${PAGE_SIDE} return (${fn})(...arguments)`, given);
  const tabs: string[] = [];
  return {
    ...pageOf((what, how) => tell(what === 'run' ? '/execute/sync' : '/actions', how)),
    run: (body) => run(body),
    go: async (url) => void (await tell('/url', { url })),
    back: async () => void (await tell('/back')),
    async choose(find, path) {
      const { [ELEMENT]: id } = (await call(find)) as Record<string, string>;
      await tell(`/element/${id}/value`, { text: path });
    },
    enter: async (find) => void (await tell('/frame', { id: find && (await call(find)) })),
    async second(url) {
      tabs[0] = String(await ask('GET', `${session}/window`));
      const { handle } = (await tell('/window/new', { type: 'window' })) as { handle: string };
      tabs[1] = handle;
      await tell('/window', { handle });
      await tell('/url', { url });
    },
    turnTo: async (tab) => void (await tell('/window', { handle: tabs[tab === 'first' ? 0 : 1] })),
    resize: async (width, height) => void (await tell('/window/rect', { width, height })),
    async close() {
      // Where it hangs it is ended all the same.
      await ask('DELETE', session).catch(() => {});
      end();
    },
  };
}

async function answers(url: string): Promise<void> {
  const end = Date.now() + WAIT_MS_MAX;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > end) throw new Error(`WebKitWebDriver did not answer at ${url}.`);
  }
}
