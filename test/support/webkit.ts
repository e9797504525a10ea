import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { enginePath } from './engines.ts';

const WAIT_MS_MAX = 30_000;

export interface WebKitTab {
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

/** One tab of WebKitGTK by W3C WebDriver, on a screen that nobody sees (Xvfb); null where one of the three is missing. */
export async function openWebKit(): Promise<WebKitTab | null> {
  const driver = enginePath('WEBKIT_DRIVER');
  const binary = enginePath('WEBKIT');
  if (!driver || !binary) return null;
  const port = await freePort();
  // As root WebKit refuses to start in its sandbox; the pages here are our own.
  const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const started = spawn('xvfb-run', ['-a', driver, `--port=${port}`], { env, stdio: 'ignore', detached: true });
  const failed = once(started, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(origin + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  await Promise.race([answers(`${origin}/status`), failed]);
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId } = (await ask('POST', '/session', { capabilities: { alwaysMatch: options } })) as {
    sessionId: string;
  };
  return tabOf(sessionId, ask, () => process.kill(-(started.pid as number)));
}

function tabOf(
  sessionId: string,
  ask: (method: string, path: string, body?: object) => Promise<unknown>,
  end: () => void,
): WebKitTab {
  const tell = (path: string, body: object) => ask('POST', `/session/${sessionId}${path}`, body);
  const run = (body: string) => tell('/execute/sync', { script: body, args: [] });
  const act = (type: string, actions: object[]) => tell('/actions', { actions: [{ type, id: type, actions }] });
  return {
    run,
    go: async (url) => void (await tell('/url', { url })),
    async until(body) {
      const end = Date.now() + WAIT_MS_MAX;
      while ((await run(body)) !== true) if (Date.now() > end) throw new Error(`It never became so: ${body}`);
    },
    async keys(text) {
      await act(
        'key',
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      );
    },
    async press(x, y) {
      const move = { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
      await act('pointer', [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
    },
    resize: async (width, height) => void (await tell('/window/rect', { width, height })),
    async close() {
      await ask('DELETE', `/session/${sessionId}`);
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

/** One that nobody listens on now: the driver takes no 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
