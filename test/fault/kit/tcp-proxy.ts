import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '../../../protocol/kit/random.ts';

/**
 * A small TCP proxy between one client and the relay, and everything a network does to people: cuts, resets, half-closed
 * links, black holes, latency, a narrow line. One link for each client, each on a port of its own.
 */
export interface Link {
  port: number;
  origin: string;
  /** Resets every connection now; new ones are let through. */
  cut(): void;
  /** Resets every connection, and every new one until `up`. */
  down(): void;
  up(): void;
  /** Ends the relay's half towards the client politely; what the client says is still passed on. */
  halfClose(): void;
  /** Swallows everything in both directions; the connections stay open. */
  blackHole(on: boolean): void;
  /** Bytes that fell into it. */
  swallowed(): number;
  /** Every chunk is held for a time between the two, in order. */
  delay(minMs: number, maxMs: number): void;
  /** So many bytes a second towards the client; 0: as many as there are. */
  narrow(bytesPerSecond: number): void;
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
}

export interface LinkParts {
  target: { port: number };
  random: Random;
  /** Put into the request line's head, as a browser would: `Origin`, `Cookie`. */
  headers?: Record<string, string>;
}

interface Weather {
  isDown: boolean;
  isHole: boolean;
  swallowed: number;
  delayMs: [min: number, max: number];
  bytesPerSecond: number;
}

interface Pair {
  client: Socket;
  relay: Socket;
}

export async function openLink({ target, random, headers = {} }: LinkParts): Promise<Link> {
  const weather: Weather = { isDown: false, isHole: false, swallowed: 0, delayMs: [0, 0], bytesPerSecond: 0 };
  const pairs = new Set<Pair>();
  const cut = () => {
    for (const { client, relay } of pairs) {
      client.resetAndDestroy();
      relay.resetAndDestroy();
    }
    pairs.clear();
  };
  // A socket whose other side ended may still speak: half-closed links are half-closed here too.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    client.on('error', () => {});
    if (weather.isDown) return void client.resetAndDestroy();
    const relay = connect({ port: target.port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const pair = { client, relay };
    pairs.add(pair);
    join(pair, weather, random, withHeaders(headers), () => pairs.delete(pair));
  });
  const port = await listen(server);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    cut,
    down() {
      weather.isDown = true;
      cut();
    },
    up() {
      weather.isDown = false;
    },
    halfClose() {
      for (const { client } of pairs) client.end();
    },
    blackHole(on) {
      weather.isHole = on;
    },
    swallowed: () => weather.swallowed,
    delay(minMs, maxMs) {
      weather.delayMs = [minMs, maxMs];
    },
    narrow(bytesPerSecond) {
      weather.bytesPerSecond = bytesPerSecond;
    },
    open: () => pairs.size,
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}

function join(pair: Pair, weather: Weather, random: Random, first: (chunk: Buffer) => Buffer, gone: () => void): void {
  const { client, relay } = pair;
  pass(client, relay, weather, random, false, first);
  pass(relay, client, weather, random, true, (chunk) => chunk);
  for (const [from, to] of [
    [client, relay],
    [relay, client],
  ] as const) {
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => {
      gone();
      // A reset is passed on as one; after a polite end on both sides there is nothing left to pass.
      if (!from.readableEnded) to.resetAndDestroy();
    });
  }
}

/** One direction. What is held back for a time holds up what comes after it, so the order stays. */
function pass(
  from: Socket,
  to: Socket,
  weather: Weather,
  random: Random,
  narrowed: boolean,
  change: (chunk: Buffer) => Buffer,
): void {
  let turn: Promise<void> | undefined;
  let next = change;
  const later = (ms: number, act: () => void) => {
    const before = turn ?? Promise.resolve();
    const due = performance.now() + ms;
    const held = before.then(() => after(due - performance.now())).then(act);
    turn = held;
    void held.then(() => {
      if (turn === held) turn = undefined;
    });
  };
  const write = (chunk: Buffer) => {
    if (to.destroyed) return;
    // A client that does not read must be felt by the relay, not hidden in our memory.
    if (!to.write(chunk)) {
      from.pause();
      to.once('drain', () => from.resume());
    }
  };
  from.on('data', (raw: Buffer) => {
    if (weather.isHole) {
      weather.swallowed += raw.length;
      return;
    }
    const chunk = next(raw);
    next = (same) => same;
    const [min, max] = weather.delayMs;
    const lineMs = narrowed && weather.bytesPerSecond > 0 ? (chunk.length * 1_000) / weather.bytesPerSecond : 0;
    const ms = min + random() * (max - min) + lineMs;
    if (ms === 0 && !turn) write(chunk);
    else later(ms, () => write(chunk));
  });
  from.on('end', () => {
    if (weather.isHole) return;
    if (turn) later(0, () => to.end());
    else to.end();
  });
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms <= 0) resolve();
    else setTimeout(() => resolve(), ms);
  });
}

/** Node's WebSocket says no Origin and keeps no cookies; people's browsers do. */
function withHeaders(headers: Record<string, string>): (chunk: Buffer) => Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (chunk) => {
    const end = chunk.indexOf('\r\n') + 2;
    if (end < 2 || lines.length === 0) return chunk;
    return Buffer.concat([chunk.subarray(0, end), Buffer.from(lines.join('')), chunk.subarray(end)]);
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}
