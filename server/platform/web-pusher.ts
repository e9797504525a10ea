import { createECDH, createHash, randomBytes } from 'node:crypto';
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
// @ts-expect-error It comes without types; what of it is used has them below.
import ece from 'http_ece';
import { importJWK, SignJWT } from 'jose';
import { PUSH_SEND_MS_MAX } from '../../protocol/wire/notice-limits.ts';
import type { OutgoingPush, Pusher } from '../usecases/notices/pusher.ts';
import { isOutside, LEADS_INSIDE, lookupOutside } from './outside-address.ts';

type PushKey = OutgoingPush['key'];
type PushResult = Awaited<ReturnType<Pusher['push']>>;

const encrypt = ece.encrypt as (plain: Buffer, by: Record<string, unknown>) => Buffer;
const CURVE = 'prime256v1';
const TOKEN_HOURS = 12;
const TOPIC_CHARS = 32;

/**
 * Web Push (RFC 8030, 8291, 8292): encrypted for the browser, signed with the installation's key. `trusted` names origins that are
 * let through whatever they are: for the tests' own push service on this machine.
 */
export function createWebPusher({ trusted = [] }: { trusted?: readonly string[] } = {}): Pusher {
  const isTrusted = (endpoint: string) => trusted.includes(new URL(endpoint).origin);
  const isAllowed = (endpoint: string) => URL.canParse(endpoint) && (isTrusted(endpoint) || isOutside(endpoint));
  return {
    makeKey,
    isAllowed,
    async push(push) {
      if (!isAllowed(push.endpoint)) return { result: 'refused', reason: 'not an address of a push service' };
      try {
        return await post(push, await headersOf(push), encryptFor(push), isTrusted(push.endpoint));
      } catch (error) {
        // Keys that are none; the network's own faults are answers of `post`.
        return { result: 'refused', reason: (error as Error).name };
      }
    },
  };
}

function makeKey(): PushKey {
  const pair = createECDH(CURVE);
  const publicKey = pair.generateKeys('base64url');
  return { publicKey, privateKey: pair.getPrivateKey().toString('base64url').padStart(43, 'A') };
}

async function headersOf({ endpoint, key, contact, topic, lifeMs }: OutgoingPush): Promise<Record<string, string>> {
  const point = Buffer.from(key.publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const signer = await importJWK({ kty: 'EC', crv: 'P-256', x, y, d: key.privateKey }, 'ES256');
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setAudience(new URL(endpoint).origin)
    .setExpirationTime(`${TOKEN_HOURS}h`);
  // Push services take nothing else for an address.
  if (contact.startsWith('https:')) token.setSubject(contact);
  return {
    Authorization: `vapid t=${await token.sign(signer)}, k=${key.publicKey}`,
    'Content-Encoding': 'aes128gcm',
    'Content-Type': 'application/octet-stream',
    TTL: String(Math.max(0, Math.ceil(lifeMs / 1_000))),
    Urgency: 'high',
    // Told to a stranger: a hash says which belong together, and nothing else.
    Topic: createHash('sha256').update(`${endpoint} ${topic}`).digest('base64url').slice(0, TOPIC_CHARS),
  };
}

function encryptFor({ payload, p256dh, auth }: OutgoingPush): Buffer {
  const privateKey = createECDH(CURVE);
  privateKey.generateKeys();
  const salt = randomBytes(16).toString('base64url');
  return encrypt(Buffer.from(payload), { version: 'aes128gcm', dh: p256dh, authSecret: auth, privateKey, salt });
}

/** No redirect is followed, and nothing of the answer but its status is read. */
function post(
  { endpoint }: OutgoingPush,
  headers: Record<string, string>,
  body: Buffer,
  isTrusted: boolean,
): Promise<PushResult> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(PUSH_SEND_MS_MAX);
    const options: RequestOptions = {
      method: 'POST',
      headers,
      signal,
      ...(isTrusted ? {} : { lookup: lookupOutside }),
    };
    const request = endpoint.startsWith('https:') ? tlsRequest(endpoint, options) : plainRequest(endpoint, options);
    request.on('response', (response) => {
      resolve(resultOf(response.statusCode ?? 0, response.headers['retry-after']));
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === LEADS_INSIDE ? { result: 'refused', reason: 'it leads inside' } : { result: 'later' });
    });
    request.end(body);
  });
}

function resultOf(status: number, retryAfter: string | undefined): PushResult {
  if (status >= 200 && status < 300) return { result: 'sent' };
  if (status === 404 || status === 410) return { result: 'gone' };
  if (status !== 429 && status < 500) return { result: 'refused', reason: `status ${status}` };
  const seconds = Number(retryAfter);
  return { result: 'later', ...(seconds > 0 ? { afterMs: seconds * 1_000 } : {}) };
}
