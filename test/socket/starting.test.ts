import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { startTestRelay } from './test-relay.ts';

/**
 * Found by the fault suite (kills on PostgreSQL, seed 2): a relay that served before it had read its sites told a visitor
 * who came back at once `site_unknown`, which is for good, and the panel never came back.
 */
test('P1: nobody is served before the sites are known', async () => {
  const port = await freePort();
  const seen: string[] = [];
  const wrapStore = (store: Store) =>
    new Proxy(store, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name !== 'listSites' && name !== 'addSite') return value.bind(target);
        return async (...input: unknown[]) => {
          if (!seen.includes('served')) seen.push(`${name}: ${await knock(port)}`);
          return value.apply(target, input);
        };
      },
    });
  const relay = await startTestRelay({ port, wrapStore });
  seen.push('served');
  expect(seen).toEqual(['addSite: ECONNREFUSED', 'listSites: ECONNREFUSED', 'served']);
  expect(await knock(port)).toBe('open');
  await relay.remove();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function knock(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('connect', () => {
      socket.destroy();
      resolve('open');
    });
    socket.on('error', (error: Error & { code?: string }) => resolve(error.code ?? 'error'));
  });
}
