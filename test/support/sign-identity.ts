import { createHmac, randomUUID } from 'node:crypto';

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JWT as a shop's server makes one, by hand: the product's own library would agree with itself. */
export function signIdentity(
  secret: string,
  claims: Record<string, unknown>,
  header: Record<string, unknown> = { alg: 'HS256', typ: 'JWT' },
): string {
  const said = `${encode(header)}.${encode(claims)}`;
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`;
}

/** Good for half an hour from now, and a token of its own. */
export function claimsFor(site: string, sub: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1_000);
  return { aud: site, sub, iat: now, exp: now + 1_800, jti: randomUUID(), ...more };
}
