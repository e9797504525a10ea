import WebSocket from 'ws';

/**
 * A client written from docs/protocol.md alone, section 1: no Socket.IO library, no file of this project. If it
 * works, the document is enough for any other language.
 */
export interface PlainClient {
  /** Facts in the order they came. */
  facts: { name: string; payload: Record<string, unknown> }[];
  /** Why the namespace refused, when it did. */
  refused: Record<string, unknown> | null;
  closed: boolean;
  /** Resolves when the connection is gone. */
  ended: Promise<void>;
  /** Answered `closed`, no code of the protocol, when the connection ends first. */
  command(name: string, payload: unknown): Promise<Record<string, unknown>>;
  /** Resolves with the first fact of this name that `fits`, past or future. */
  fact(name: string, fits?: (payload: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  /** Is given every fact, past and future, in order. */
  hear(listener: (fact: { name: string; payload: Record<string, unknown> }) => void): void;
  /** Sends a raw frame. */
  raw(frame: string | Buffer): void;
  end(): Promise<void>;
}

type Wait = {
  name: string;
  fits(payload: Record<string, unknown>): boolean;
  done(payload: Record<string, unknown>): void;
};

export function openPlainClient(
  origin: string,
  namespace: '/visitor' | '/agent',
  hello: unknown,
  headers: Record<string, string> = {},
): Promise<PlainClient> {
  const url = `${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { Origin: origin, ...headers } });
  const { client, answer, take } = createClient(socket, namespace);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)));
    socket.on('close', () => {
      client.closed = true;
      reject(new Error('closed before the namespace answered'));
    });
    socket.on('message', (frame: Buffer) => {
      const text = frame.toString();
      if (text.startsWith('0')) return socket.send(`40${namespace},${JSON.stringify(hello)}`);
      if (text === '2') return socket.send('3');
      const packet = /^4([0-4])(?:\/\w+,)?(\d*)(.*)$/s.exec(text);
      if (!packet) return;
      const [, type, id = '', json = ''] = packet;
      if (type === '0') resolve(client);
      if (type === '4') {
        client.refused = (JSON.parse(json) as { data: Record<string, unknown> }).data;
        resolve(client);
      }
      if (type === '3') answer(id, (JSON.parse(json) as Record<string, unknown>[])[0] ?? {});
      if (type === '2') take(...(JSON.parse(json) as [string, Record<string, unknown>]));
    });
  });
}

const CLOSED = { ok: false, error: 'closed' };

function createClient(socket: WebSocket, namespace: string) {
  const answers = new Map<string, (answer: Record<string, unknown>) => void>();
  const listeners: ((fact: PlainClient['facts'][number]) => void)[] = [];
  let waits: Wait[] = [];
  let commands = 0;
  const client: PlainClient = {
    facts: [],
    refused: null,
    closed: false,
    ended: new Promise((resolve) => socket.once('close', () => resolve())),
    command: (name, payload) =>
      new Promise((resolve) => {
        if (client.closed) return resolve(CLOSED);
        commands += 1;
        answers.set(String(commands), resolve);
        socket.send(`42${namespace},${commands}${JSON.stringify([name, payload])}`);
      }),
    fact: (name, fits = () => true) =>
      new Promise((resolve) => {
        const past = client.facts.find((fact) => fact.name === name && fits(fact.payload));
        if (past) resolve(past.payload);
        else waits.push({ name, fits, done: resolve });
      }),
    hear(listener) {
      client.facts.forEach(listener);
      listeners.push(listener);
    },
    raw: (frame) => socket.send(frame),
    end: () =>
      new Promise((resolve) => {
        if (client.closed) return resolve();
        socket.once('close', () => resolve());
        socket.close();
      }),
  };
  socket.once('close', () => {
    for (const unanswered of answers.values()) unanswered(CLOSED);
    answers.clear();
  });
  const answer = (id: string, told: Record<string, unknown>) => {
    answers.get(id)?.(told);
    answers.delete(id);
  };
  const take = (name: string, payload: Record<string, unknown>) => {
    client.facts.push({ name, payload });
    for (const listen of listeners) listen({ name, payload });
    const due = waits.filter((wait) => wait.name === name && wait.fits(payload));
    waits = waits.filter((wait) => !due.includes(wait));
    for (const wait of due) wait.done(payload);
  };
  return { client, answer, take };
}
