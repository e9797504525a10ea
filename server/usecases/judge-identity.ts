import type { VisitorCommands } from '../../protocol/wire/events.ts';
import { type IdentityVerdict, judgeClaims, refusalOf } from '../domain/identity.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';

export interface SiteNamed {
  id: string;
  key: string;
}

export type SiteVerdict =
  | IdentityVerdict
  /** The site has no secret. */
  | { is: 'off' }
  /** Its person signed out with it. */
  | { is: 'ended' };

/** I1–I2, I6: signature, then what it says, then whether it was given back. */
export async function judgeIdentity(context: Context, site: SiteNamed, token: string): Promise<SiteVerdict> {
  const secrets = await context.store.listIdentitySecrets(site.id);
  if (secrets.length === 0) return { is: 'off' };
  const ids = secrets.map(({ id }) => id);
  const claims = await context.identities.readClaims(token, site.id, ids);
  if (!claims) return { is: 'bad', error: 'identity_invalid', field: 'identity', hint: UNSIGNED };
  const verdict = judgeClaims(claims, { site: site.key, now: context.clock.now() });
  if (verdict.is !== 'good') return verdict;
  return (await context.store.isIdentityEnded(context.ids.hash(token))) ? { is: 'ended' } : verdict;
}

const UNSIGNED = "It is no JWT that one of the site's secrets has signed with HS256.";

/** For the page's author: says what is wrong with a token. Changes nothing (I7). */
export async function checkIdentity(
  context: Context,
  { siteId }: VisitorSubject,
  { identity }: VisitorCommands['visitor:identity']['in'],
): Promise<Done<{ subject: string }>> {
  const site = (await context.store.listSites()).find(({ id }) => id === siteId);
  if (!site) return refused('site_unknown');
  const verdict = await judgeIdentity(context, site, identity);
  if (verdict.is === 'good') return answered({ subject: verdict.identity.subject });
  if (verdict.is === 'off')
    return refused('identity_off', { hint: 'Make a secret first: deskbell site secret add KEY.' });
  if (verdict.is === 'ended') return refused('identity_ended', { hint: 'Its person has signed out: sign a new one.' });
  const { error, ...more } = refusalOf(verdict);
  return refused(error, more);
}
