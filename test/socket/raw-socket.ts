import WebSocket from 'ws';

/** One WebSocket on which a test may send anything. */
export interface RawSocket {
  socket: WebSocket;
  frames: string[];
  /** Resolves when the relay, or the test, ended it. */
  closed: Promise<number>;
  isOpen(): boolean;
  /** Resolves with the first frame, past or future, that begins so. */
  frame(prefix: string): Promise<string>;
  end(): void;
}

/** An `Origin` of undefined sends none; without one named it is the relay's own. */
export function openRaw(
  origin: string,
  headers: Record<string, string | undefined> = {},
  query = 'EIO=4&transport=websocket',
): Promise<RawSocket> {
  const sent = Object.entries({ Origin: origin, ...headers }).filter(([, value]) => value !== undefined);
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket.io/?${query}`, {
    headers: Object.fromEntries(sent) as Record<string, string>,
  });
  const frames: string[] = [];
  let waits: { prefix: string; done: (frame: string) => void }[] = [];
  socket.on('message', (message: Buffer) => {
    const frame = message.toString();
    frames.push(frame);
    if (frame === '2') socket.send('3');
    for (const wait of waits.filter(({ prefix }) => frame.startsWith(prefix))) wait.done(frame);
    waits = waits.filter(({ prefix }) => !frame.startsWith(prefix));
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const raw: RawSocket = {
    socket,
    frames,
    closed,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    frame: (prefix) =>
      new Promise((done) => {
        const past = frames.find((frame) => frame.startsWith(prefix));
        if (past) done(past);
        else waits.push({ prefix, done });
      }),
    end: () => socket.terminate(),
  };
  return new Promise<RawSocket>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, { statusCode }) => reject(new Error(`HTTP ${statusCode}`)));
    socket.on('open', () => resolve(raw));
  });
}

/** A raw socket that is through the visitor's handshake. */
export async function openRawVisitor(origin: string): Promise<RawSocket> {
  const raw = await openRaw(origin);
  raw.socket.send('40/visitor,{"version":1,"site":"demo"}');
  await raw.frame('42/visitor,["session:ready"');
  return raw;
}
