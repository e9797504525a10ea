import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushDocument } from '../../protocol/wire/notices.ts';

export interface ArrivedPush {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface PushService {
  origin: string;
  arrived: ArrivedPush[];
  /** What it answers from now on. */
  answer: { status: number; retryAfter?: string };
  /** Resolves when so many have arrived in all. */
  until(count: number): Promise<ArrivedPush>;
  stop(): Promise<void>;
}

/** A push service on this machine. */
export async function startPushService(): Promise<PushService> {
  const arrived: ArrivedPush[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { status, retryAfter } = service.answer;
      arrived.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(status, retryAfter ? { 'Retry-After': retryAfter } : {}).end();
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: PushService = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    answer: { status: 201 },
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          const found = arrived[count - 1];
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return service;
}

/** What a browser does of RFC 8291, written from the document: a subscription, and reading what is pushed to it. */
export function createBrowser(endpoint: string, privateKey?: string, auth = randomBytes(16).toString('base64url')) {
  const pair = createECDH('prime256v1');
  if (privateKey) pair.setPrivateKey(privateKey, 'base64url');
  else pair.generateKeys();
  const p256dh = pair.getPublicKey('base64url');
  const read = (body: Buffer): string => {
    const [salt, recordBytes, keyBytes] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
    const sender = body.subarray(21, 21 + keyBytes);
    const sealed = body.subarray(21 + keyBytes);
    if (sealed.length > recordBytes) throw new Error('More than one record.');
    const about = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
    const secret = hkdfSync('sha256', pair.computeSecret(sender), Buffer.from(auth, 'base64url'), about, 32);
    const key = hkdfSync('sha256', Buffer.from(secret), salt, 'Content-Encoding: aes128gcm\0', 16);
    const nonce = hkdfSync('sha256', Buffer.from(secret), salt, 'Content-Encoding: nonce\0', 12);
    const open = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce));
    open.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
    // The last record ends in 2, and zeros after it.
    return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
  };
  return {
    subscribed: { endpoint, p256dh, auth, name: 'Chrome on Linux' },
    read,
    readDocument: ({ body }: ArrivedPush) => JSON.parse(read(body)) as PushDocument,
  };
}
