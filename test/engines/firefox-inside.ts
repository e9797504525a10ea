import { existsSync, readFileSync, watch } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';

/**
 * The browser's own side of Firefox, as its maker's tests reach it (Marionette): what a person does to a browser and what befalls one, where
 * the extended-support release has no word for it in WebDriver BiDi (decision 0316). Each message is its length, a colon, and JSON.
 */
export interface Inside {
  capabilities: Record<string, unknown>;
  /** Runs in the browser itself: `Services` and `ChromeUtils` are there. */
  run(body: string, ...given: unknown[]): Promise<unknown>;
}

type Answer = [kind: 1, id: number, fault: { message: string } | null, result: Record<string, unknown>];

/** As Playwright asks of a session: dialogs wait for the story. */
const ASKED = { unhandledPromptBehavior: 'ignore', webSocketUrl: true };

/** The port is written into the profile once it is open. */
function portIn(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  return new Promise((resolve) => {
    const look = () => {
      const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
      if (!port) return;
      changes.close();
      resolve(port);
    };
    const changes = watch(profile, look);
    look();
  });
}

/** Its commands, by their names there. */
export async function speakTo(profile: string) {
  const socket = connect(await portIn(profile), '127.0.0.1');
  const waiting = new Map<number, (answer: Answer) => void>();
  hear(socket, (message) => {
    // The first is a greeting.
    if (Array.isArray(message)) waiting.get((message as Answer)[1])?.(message as Answer);
  });
  let id = 0;
  return async (command: string, params: object = {}) => {
    id += 1;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    const text = JSON.stringify([0, id, command, params]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, asked, fault, result] = await answer;
    waiting.delete(asked);
    if (fault) throw new Error(`Firefox to ${command}: ${fault.message}`);
    return result;
  };
}

export async function openInside(profile: string): Promise<Inside> {
  const ask = await speakTo(profile);
  const session = await ask('WebDriver:NewSession', ASKED);
  await ask('Marionette:SetContext', { value: 'chrome' });
  return {
    capabilities: session.capabilities as Record<string, unknown>,
    async run(body, ...given) {
      const script = `const done = arguments[arguments.length - 1];
        const body = async (...given) => { ${body} };
        body(...arguments).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const how = { script, args: given, sandbox: 'system', newSandbox: true };
      const { value } = (await ask('WebDriver:ExecuteAsyncScript', how)) as {
        value: { value?: unknown; error?: string };
      };
      if (value.error) throw new Error(value.error);
      return value.value;
    },
  };
}

function hear(socket: Socket, tell: (message: unknown) => void): void {
  let held = Buffer.alloc(0);
  socket.on('data', (piece) => {
    held = Buffer.concat([held, piece]);
    for (let at = held.indexOf(':'); at > 0; at = held.indexOf(':')) {
      const end = at + 1 + Number(held.subarray(0, at));
      if (held.length < end) return;
      tell(JSON.parse(String(held.subarray(at + 1, end))));
      held = held.subarray(end);
    }
  });
}
