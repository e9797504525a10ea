import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that systems hand out by themselves: no connection of another story takes it before whoever asked listens there. Above 10080,
 * the highest of the ports that browsers and `fetch` refuse (the Fetch standard's "bad port").
 */
const FROM = 10_081;
const TO = 32_000;

/** One that nobody listens on now, for what takes no 0. */
export async function freePort(): Promise<number> {
  const server = createServer();
  for (;;) {
    server.listen(randomInt(FROM, TO), '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    return port;
  }
}
