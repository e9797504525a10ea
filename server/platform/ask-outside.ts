import { createHmac } from 'node:crypto';
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { OutsideTrouble } from '../../protocol/wire/outside.ts';
import { OUTSIDE_AT_ONCE_MAX } from '../../protocol/wire/outside-limits.ts';
import type { OutsideAsker, OutsideDesk, OutsideQuestion, OutsideReply } from '../usecases/outside/asker.ts';
import { isOutside, LEADS_INSIDE, lookupOutside } from './outside-address.ts';
import { createSealer } from './sealer.ts';

/**
 * Asks services that owners name. `trusted`: origins that whoever runs the relay lets through whatever they are, such as a translator
 * of the house (TRUSTED_SERVICES).
 */
export function createOutsideDesk(
  keyOf: () => string,
  { trusted = [] }: { trusted?: readonly string[] } = {},
): OutsideDesk {
  const isTrusted = (url: string) => trusted.includes(new URL(url).origin);
  const isAllowed = (url: string) => URL.canParse(url) && isPlain(url) && (isTrusted(url) || isOutside(url));
  let underWay = 0;
  const asker: OutsideAsker = {
    isAllowed,
    async ask(question) {
      if (!isAllowed(question.url)) return { trouble: 'inside' };
      if (underWay >= OUTSIDE_AT_ONCE_MAX) return { trouble: 'busy' };
      underWay += 1;
      try {
        return await post(question, isTrusted(question.url));
      } finally {
        underWay -= 1;
      }
    },
  };
  const sign = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest('hex');
  return { asker, sign, ...createSealer(keyOf) };
}

/** Also of trusted origins: a name and a password would stand in logs. */
function isPlain(url: string): boolean {
  const { protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** One connection, no redirect, nothing unpacked (D1), and no more time and bytes than asked for. */
function post(question: OutsideQuestion, isTrusted: boolean): Promise<OutsideReply> {
  const { url, body, msMax, bytesMax } = question;
  const late = AbortSignal.timeout(msMax);
  const signal = question.signal ? AbortSignal.any([late, question.signal]) : late;
  return new Promise((resolve) => {
    const options: RequestOptions = {
      ...{ method: 'POST', signal, agent: false },
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Deskbell',
        'Content-Length': Buffer.byteLength(body),
        ...question.headers,
      },
      ...(isTrusted ? {} : { lookup: lookupOutside }),
    };
    const fail = (error: NodeJS.ErrnoException) => resolve({ trouble: troubleOf(error, late.aborted) });
    try {
      const request = url.startsWith('https:') ? tlsRequest(url, options) : plainRequest(url, options);
      request.on('response', (response) => read(response, bytesMax, fail, resolve));
      request.on('error', fail);
      request.end(body);
    } catch (error) {
      // A header that is none: a key with signs that no header may hold.
      fail(error as Error);
    }
  });
}

function read(
  response: IncomingMessage,
  bytesMax: number,
  fail: (error: Error) => void,
  resolve: (reply: OutsideReply) => void,
): void {
  const { statusCode: status = 0 } = response;
  const encoding = response.headers['content-encoding'] ?? 'identity';
  const stop = (trouble: OutsideTrouble) => {
    resolve({ trouble, status });
    response.destroy();
  };
  if (status >= 300 && status < 400) stop('redirected');
  else if (encoding !== 'identity') stop('not_json');
  const parts: Buffer[] = [];
  let bytes = 0;
  response.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > bytesMax) stop('too_large');
    else parts.push(part);
  });
  response.on('end', () => resolve({ status, text: Buffer.concat(parts).toString('utf8') }));
  response.on('error', fail);
}

function troubleOf({ code }: NodeJS.ErrnoException, isLate: boolean): OutsideTrouble {
  if (isLate) return 'slow';
  return code === LEADS_INSIDE ? 'inside' : 'unreachable';
}
