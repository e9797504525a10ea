import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedService {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  json: Record<string, unknown>;
}

export interface OutsideService {
  origin: string;
  asked: AskedService[];
  /** What it does from now on. */
  answer(does: (asked: AskedService, response: ServerResponse) => void): void;
  /** JSON, with status 200. */
  says(value: unknown): void;
  /** Resolves when so many connections have been ended by whoever asked before there was an answer. */
  leftBy(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** A system of somebody's on this machine: what owners connect (docs/services.md). */
export async function startOutsideService(): Promise<OutsideService> {
  const asked: AskedService[] = [];
  let does: (asked: AskedService, response: ServerResponse) => void = (_, response) => void response.end('{}');
  let left = 0;
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    response.on('close', () => {
      if (response.writableFinished) return;
      left += 1;
      for (const look of waiting) look();
    });
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const one = { path: request.url ?? '', headers: request.headers, text, json: text ? JSON.parse(text) : {} };
      asked.push(one);
      does(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(next) {
      does = next;
    },
    says(value) {
      does = (_, response) => void response.end(JSON.stringify(value));
    },
    leftBy: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (left < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
