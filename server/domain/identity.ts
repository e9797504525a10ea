import type { Refusal } from '../../protocol/wire/errors.ts';
import {
  EMAIL_CHARS_MAX,
  IDENTITY_LIFE_MS_MAX,
  IDENTITY_SKEW_MS_MAX,
  IDENTITY_SUBJECT_CHARS_MAX,
  NAME_CHARS_MAX,
} from '../../protocol/wire/limits.ts';

/** What a token with a good signature says; nothing of it has been looked at. */
export type Claims = Readonly<Record<string, unknown>>;

export interface SignedIdentity {
  subject: string;
  name: string | null;
  email: string | null;
  /** Until then the token could be shown again, ms. */
  until: number;
}

export type IdentityVerdict =
  | { is: 'good'; identity: SignedIdentity }
  /** `subject`: whose token ran out, where everything else about it is right. */
  | { is: 'bad'; error: 'identity_invalid' | 'identity_expired'; field: string; hint: string; subject?: string };

const SECOND_MS = 1_000;

/** I1, I2: a token is for this site, of this hour, and about one person. Each refusal says what to change. */
export function judgeClaims(claims: Claims, { site, now }: { site: string; now: number }): IdentityVerdict {
  const { aud, sub, iat, exp, nbf } = claims;
  if (!(Array.isArray(aud) ? aud : [aud]).includes(site)) return bad('aud', "Set aud to the site's key.");
  if (typeof sub !== 'string' || !isPlain(sub, IDENTITY_SUBJECT_CHARS_MAX) || sub.trim() === '')
    return bad(
      'sub',
      `Set sub to your own id of this person, a text of 1 to ${IDENTITY_SUBJECT_CHARS_MAX} characters.`,
    );
  if (!isInstant(iat)) return bad('iat', 'Set iat to the time of signing, in seconds since 1970.');
  if (!isInstant(exp)) return bad('exp', 'Set exp to the end, in seconds since 1970, at most an hour after iat.');
  if (nbf !== undefined && !isInstant(nbf)) return bad('nbf', 'Set nbf in seconds since 1970, or leave it out.');
  if (exp <= iat || (exp - iat) * SECOND_MS > IDENTITY_LIFE_MS_MAX)
    return bad('exp', 'Set exp after iat, at most an hour later.');
  const latest = now + IDENTITY_SKEW_MS_MAX;
  if (iat * SECOND_MS > latest) return bad('iat', 'It was signed in the future: set the clock of your server.');
  if (nbf !== undefined && nbf * SECOND_MS > latest) return bad('nbf', 'It is not valid yet.');
  const who = whoOf(claims);
  if ('field' in who) return bad(who.field, who.hint);
  if (exp * SECOND_MS <= now - IDENTITY_SKEW_MS_MAX)
    return { is: 'bad', error: 'identity_expired', field: 'exp', hint: 'It ran out: sign a new one.', subject: sub };
  return { is: 'good', identity: { subject: sub, ...who, until: exp * SECOND_MS + IDENTITY_SKEW_MS_MAX } };
}

function whoOf({
  name,
  email,
}: Claims): { name: string | null; email: string | null } | { field: string; hint: string } {
  if (name != null && (typeof name !== 'string' || !isPlain(name, NAME_CHARS_MAX)))
    return { field: 'name', hint: `Set name to a text of at most ${NAME_CHARS_MAX} characters, or leave it out.` };
  if (
    email != null &&
    (typeof email !== 'string' || !isPlain(email, EMAIL_CHARS_MAX) || !/^[^\s@]+@[^\s@]+$/.test(email))
  )
    return { field: 'email', hint: 'Set email to an e-mail address, or leave it out.' };
  return { name: (name as string | undefined) || null, email: (email as string | undefined) || null };
}

/** It is read by agents: no control characters, no halves of letters. */
function isPlain(text: string, max: number): boolean {
  return text.length <= max && !/[\p{Cc}\p{Surrogate}]/u.test(text);
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function bad(field: string, hint: string): IdentityVerdict {
  return { is: 'bad', error: 'identity_invalid', field, hint };
}

/** What the browser's token says of it, before anything is changed. */
export interface KnownBrowser {
  /** Whom the site signed for in this browser before; null: nobody. */
  subject: string | null;
}

export type IdentityDecision =
  /** As the browser's own token says. */
  | { do: 'keep' }
  /** From now on it is this person's browser; what was begun in it goes along. */
  | { do: 'claim'; identity: SignedIdentity }
  /** It was another person's: that one is signed out here first, and nothing of theirs is shown (I5). */
  | { do: 'switch' };

/** I3–I5. A typed address is none of this: it never opens anything. */
export function decideIdentity(known: KnownBrowser | undefined, verdict: IdentityVerdict): IdentityDecision {
  const before = known?.subject ?? null;
  if (verdict.is === 'bad') {
    // One that ran out says nothing new about a browser that is known to be this person's.
    const isSame = verdict.subject !== undefined && verdict.subject === before;
    return before === null || isSame ? { do: 'keep' } : { do: 'switch' };
  }
  if (before === null) return { do: 'claim', identity: verdict.identity };
  return before === verdict.identity.subject ? { do: 'keep' } : { do: 'switch' };
}

export function refusalOf(verdict: Extract<IdentityVerdict, { is: 'bad' }>): Omit<Refusal, 'ok'> {
  return { error: verdict.error, field: verdict.field, hint: verdict.hint };
}
