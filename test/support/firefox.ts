import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SYSTEM_PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const START_MS_MAX = 60_000;
const WAIT_MS_MAX = 20_000;

/** `$FIREFOX`, else the system's. Playwright drives only its own build; plain WebDriver BiDi drives any. */
export function firefoxPath(): string | undefined {
  const asked = process.env.FIREFOX;
  if (asked && !existsSync(asked)) throw new Error(`FIREFOX names ${asked}, which does not exist.`);
  return asked ?? SYSTEM_PATHS.find((path) => existsSync(path));
}

export interface FirefoxTab {
  go(url: string): Promise<void>;
  /** A function body in the page; its answer must be a text, a number, true, false or nothing. */
  run(body: string): Promise<unknown>;
  /** Again and again until it says true; what it does not is in the message. */
  until(body: string): Promise<void>;
  keys(text: string): Promise<void>;
  /** Presses there, px from the corner of the page's window. */
  press(x: number, y: number): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** One tab of a fresh Firefox without a window. */
export async function openFirefox(path: string): Promise<FirefoxTab> {
  const profile = mkdtempSync(join(tmpdir(), 'deskbell-firefox-'));
  writeFileSync(join(profile, 'user.js'), 'user_pref("remote.active-protocols", 1);\n');
  const browser = spawn(path, ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const send = await connect(`${await addressOf(browser)}/session`);
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context;
  // Keys go to the window that has the focus.
  await send('browsingContext.activate', { context });
  const run = async (body: string) => {
    const { type, result, exceptionDetails } = (await send('script.evaluate', {
      ...{ expression: `(() => { ${body} })()`, target: { context }, awaitPromise: true },
    })) as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
    if (type === 'exception') throw new Error(`${exceptionDetails?.text} in ${body}`);
    return result?.value;
  };
  return {
    run,
    go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async until(body) {
      const end = Date.now() + WAIT_MS_MAX;
      while ((await run(body)) !== true) if (Date.now() > end) throw new Error(`It never became so: ${body}`);
    },
    async keys(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async press(x, y) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    resize: async (width, height) =>
      void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox says on its error stream where it listens. */
function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`Firefox did not start: ${said}`)), START_MS_MAX);
    browser.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
    browser.stderr?.on('data', (piece) => {
      said += String(piece);
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}

type Send = (method: string, params: object) => Promise<unknown>;

async function connect(url: string): Promise<Send> {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let id = 0;
  socket.on('message', (frame) => {
    const told = JSON.parse(String(frame)) as { id?: number; result?: unknown; error?: string; message?: string };
    const call = waiting.get(told.id ?? -1);
    if (!call) return;
    waiting.delete(told.id ?? -1);
    if (told.error) call.reject(new Error(`${told.error}: ${told.message}`));
    else call.resolve(told.result);
  });
  return (method, params) => {
    id += 1;
    const mine = id;
    return new Promise((resolve, reject) => {
      waiting.set(mine, { resolve, reject });
      socket.send(JSON.stringify({ id: mine, method, params }));
    });
  };
}
