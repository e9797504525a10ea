import { parseCookie } from './parse-cookie.ts';

/**
 * `__Host-` pins the cookie to this host, to TLS and to the path `/` in the browser itself. Plain http on the own
 * machine cannot have it, so there it has another name and never the Secure flag.
 */
export const SECURE_COOKIE = '__Host-deskbell';
export const PLAIN_COOKIE = 'deskbell_session';

/** The session's secret, if the request carries one under the name that fits how it came. */
export function sessionSecret(header: string | undefined, encrypted: boolean): string | undefined {
  return header === undefined ? undefined : parseCookie(header).get(encrypted ? SECURE_COOKIE : PLAIN_COOKIE);
}
