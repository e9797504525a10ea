import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { FileCard } from '../../protocol/wire/files.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';

export interface Caller {
  /** Whether the person's side of the connection is TLS. */
  isEncrypted(request: Parameters<RequestHandler>[0]): boolean;
  /** The address that budgets and sign-in counters go by. */
  addressOf(request: Parameters<RequestHandler>[0]): string;
}

const YEAR_SECONDS = 31_536_000;
const FEATURES = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer'];
const MORE_FEATURES = ['microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'usb'];
const NO_FEATURES = [...FEATURES, ...MORE_FEATURES].map((feature) => `${feature}=()`).join(', ');

/** For every response: types are not guessed, nobody frames us, and TLS stays TLS. */
export function baseHeaders(caller: Pick<Caller, 'isEncrypted'>): RequestHandler[] {
  const base = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  const overTls: RequestHandler = (request, response, next) => {
    if (caller.isEncrypted(request)) {
      response.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
    }
    next();
  };
  return [base, overTls];
}

/** The console: own files and the own socket only, no markup from strings (Trusted Types), no feature of the device. */
export function consoleHeaders(sites: Pick<SiteDirectory, 'isOwn'>): RequestHandler {
  return (request, response, next) => {
    response.set('Content-Security-Policy', consolePolicy(socketOrigin(sites, request.headers.host)));
    response.set('Permissions-Policy', NO_FEATURES);
    next();
  };
}

/** `'self'` covers wss in newer browsers only, so the socket's origin is named as well. */
function consolePolicy(socket: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self'${socket ? ` ${socket}` : ''}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // The widget in the preview of its looks, on a page of ours (Z12).
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** A Host header is the caller's word: it is repeated only where it is one of our own origins. */
function socketOrigin(sites: Pick<SiteDirectory, 'isOwn'>, host: string | undefined): string | undefined {
  if (host === undefined) return undefined;
  if (sites.isOwn(`https://${host}`)) return `wss://${host}`;
  return sites.isOwn(`http://${host}`) ? `ws://${host}` : undefined;
}

/**
 * F6: what people sent is shown as a picture where it is a clean one, and is a download otherwise; it never runs, guesses no type,
 * and is kept by no cache.
 */
export function fileHeaders({ name, type, width }: Pick<FileCard, 'name' | 'type' | 'width'>): Record<string, string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const how = width === undefined ? 'attachment' : 'inline';
  return {
    'Content-Type': type,
    'Content-Disposition': `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
}

/** W31: an agent's picture. Its address is its content's, so whoever may see it need not ask again. */
export function pictureHeaders(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Disposition': 'inline',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': `private, max-age=${YEAR_SECONDS}, immutable`,
  };
}

/** W32: own files, the own socket, and only the site's pages around it. A logo may come from anywhere, as it may on the site's pages. */
export function frameHeaders(
  sites: Pick<SiteDirectory, 'isOwn'>,
  host: string | undefined,
  origins: readonly string[],
): Record<string, string> {
  const socket = socketOrigin(sites, host);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    'img-src https: data:',
    `connect-src 'self'${socket ? ` ${socket}` : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${origins.length > 0 ? origins.join(' ') : "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Permissions-Policy': NO_FEATURES,
    // Pages with `Cross-Origin-Embedder-Policy: require-corp` hold only frames that say both. A logo needs no word of its host.
    'Cross-Origin-Embedder-Policy': 'credentialless',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-cache',
  };
}

/** The widget's files are for the pages of others, also under subresource integrity. */
export const guestHeaders: RequestHandler = (_request, response, next) => {
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  response.set('Access-Control-Allow-Origin', '*');
  // It is no page: nothing to isolate, and a page that embeds it must not inherit our choice.
  for (const name of ['Cross-Origin-Opener-Policy', 'Origin-Agent-Cluster', 'X-Frame-Options'])
    response.removeHeader(name);
  next();
};

/** The demo is a page like any shop's: it must show that the widget asks nothing special of it. */
export const demoHeaders: RequestHandler = (_request, response, next) => {
  response.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  for (const name of ['Cross-Origin-Opener-Policy', 'Origin-Agent-Cluster', 'X-Frame-Options'])
    response.removeHeader(name);
  next();
};
