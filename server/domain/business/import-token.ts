import { IDENTITY_LIFE_MS_MAX, IDENTITY_SKEW_MS_MAX } from '../../../protocol/wire/limits.ts';
import type { Claims } from '../identity.ts';

/** What a site's server signs to report orders: it names no person, so it can never be somebody's identity (I2). */
const IMPORT_SCOPE = 'import';

/** What is wrong with it, or undefined. */
export function findImportFault(claims: Claims, { site, now }: { site: string; now: number }): string | undefined {
  const { aud, scope, iat, exp, sub } = claims;
  if (aud !== site) return "Set aud to the site's key.";
  if (scope !== IMPORT_SCOPE) return `Set scope to "${IMPORT_SCOPE}".`;
  if (sub !== undefined) return 'Leave sub out: a token that names a person reports no orders.';
  if (!isInstant(iat) || !isInstant(exp)) return 'Set iat and exp to times in seconds since 1970.';
  if (exp <= iat || (exp - iat) * 1_000 > IDENTITY_LIFE_MS_MAX) return 'Set exp after iat, at most an hour later.';
  if (iat * 1_000 > now + IDENTITY_SKEW_MS_MAX) return 'It was signed in the future: set the clock of your server.';
  if (exp * 1_000 <= now - IDENTITY_SKEW_MS_MAX) return 'It ran out: sign a new one.';
  return undefined;
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
