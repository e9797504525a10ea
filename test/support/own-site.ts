import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RelayProcess } from './relay-process.ts';

/** A site of somebody else, on its own port and, to a browser, of another site than the relay (`localhost` and `127.0.0.1`). */
export interface OwnSite {
  origin: string;
  key: string;
  /** What every address of it answers from now on; `policy` is its Content-Security-Policy. */
  serve(html: string, policy?: string): void;
  close(): void;
}

export async function openOwnSite(relay: RelayProcess): Promise<OwnSite> {
  let page = { html: '', policy: '' };
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (page.policy) response.setHeader('Content-Security-Policy', page.policy);
    response.end(page.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const added = await relay.command(['site', 'add', '--name', 'Far', '--origin', origin, '--origin', relay.origin]);
  const [, key = ''] = /data-site="([^"]+)"/.exec(added.out) ?? [];
  if (key === '') throw new Error(`No site was added: ${added.err}`);
  // The relay looks for new sites once a second.
  while ((await fetch(`${relay.origin}/frame/${key}`)).status !== 200);
  return {
    origin,
    key,
    serve: (html, policy = '') => {
      page = { html, policy };
    },
    close: () => void server.close(),
  };
}
