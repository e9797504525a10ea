import { connect, createServer, type Socket } from 'node:net';

/** A road between a browser and the relay that can go bad without a word: nothing is refused, nothing arrives. */
export interface BadRoad {
  origin: string;
  /** Where it leads. */
  lead(port: number): void;
  /** From now on nothing passes, on connections that stand and on new ones; they all stay open. */
  blackHole(on: boolean): void;
  /** As some proxies do: plain requests pass, a request to become a WebSocket is never answered. */
  swallowUpgrades(on: boolean): void;
  close(): Promise<void>;
}

export async function openBadRoad(): Promise<BadRoad> {
  const standing = new Set<Socket>();
  let target = 0;
  let isHole = false;
  let swallows = false;

  const server = createServer((browser) => {
    const relay = connect(target, '127.0.0.1');
    const isLost = { here: false };
    for (const [from, to] of [
      [browser, relay],
      [relay, browser],
    ] as const) {
      standing.add(from);
      from.on('data', (chunk: Buffer) => {
        if (swallows && from === browser && /^GET .*\bupgrade: websocket/is.test(chunk.toString('latin1')))
          isLost.here = true;
        if (isHole || isLost.here) return;
        // Whoever ended while nothing passed says so to the next word.
        if (to.destroyed) from.resetAndDestroy();
        else to.write(chunk);
      });
      from.on('error', () => {});
      from.on('close', () => {
        standing.delete(from);
        if (!isHole) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    lead(to) {
      target = to;
    },
    blackHole(on) {
      isHole = on;
    },
    swallowUpgrades(on) {
      swallows = on;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of standing) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
