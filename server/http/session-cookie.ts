import { stringifySetCookie } from 'cookie';
import { PLAIN_COOKIE, SECURE_COOKIE } from '../gateway/session-cookie.ts';

/** Lax, because links from e-mail must find the person signed in; the origin and header checks stand beside it. */
function write(value: string, encrypted: boolean, more: { maxAge?: number }): string {
  return stringifySetCookie({
    name: encrypted ? SECURE_COOKIE : PLAIN_COOKIE,
    value,
    httpOnly: true,
    secure: encrypted,
    sameSite: 'lax',
    path: '/',
    ...more,
  });
}

/** Gone with the browser; the relay's own limits end it earlier. */
export function sessionCookie(secret: string, encrypted: boolean): string {
  return write(secret, encrypted, {});
}

export function spentCookie(encrypted: boolean): string {
  return write('', encrypted, { maxAge: 0 });
}
