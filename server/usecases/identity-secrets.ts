import { IDENTITY_SECRETS_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { IdentitySecret } from '../store/identity-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

/** Whoever sits at the machine may all. */
type Asker = AgentSubject | 'command_line';

const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };

/** The secrets of a site by number and age; never themselves. */
export async function listIdentitySecrets(
  context: Context,
  asker: Asker,
  { key }: { key: string },
): Promise<Done<{ secrets: IdentitySecret[] }>> {
  const site = await reach(context, asker, key);
  if ('refused' in site) return site.refused;
  return answered({ secrets: await context.store.listIdentitySecrets(site.id) });
}

/** A fresh one, told this once. Two are valid at once, so that the site's server can change over (I9). */
export async function addIdentitySecret(
  context: Context,
  asker: Asker,
  { key }: { key: string },
): Promise<Done<IdentitySecret & { secret: string }>> {
  const site = await reach(context, asker, key);
  if ('refused' in site) return site.refused;
  const id = context.ids.site();
  const secret = context.identities.secretOf(site.id, id);
  const madeAt = context.clock.now();
  const added = await context.store.addIdentitySecret({ siteId: site.id, id, madeAt, max: IDENTITY_SECRETS_MAX });
  if (added === 'too_many')
    return refused('invalid_payload', {
      hint: `${IDENTITY_SECRETS_MAX} are valid already: remove the older one first.`,
    });
  return answered({ id, madeAt, secret });
}

/** What it signed opens nothing new from now on. Browsers that were known by then stay known. */
export async function removeIdentitySecret(
  context: Context,
  asker: Asker,
  { key, id }: { key: string; id: string },
): Promise<Done<{ secrets: IdentitySecret[] }>> {
  const site = await reach(context, asker, key);
  if ('refused' in site) return site.refused;
  const removed = await context.store.removeIdentitySecret({ siteId: site.id, id });
  if (removed === 'not_found') return refused('not_found', { hint: 'The site has no such secret.' });
  return answered({ secrets: await context.store.listIdentitySecrets(site.id) });
}

async function reach(context: Context, asker: Asker, key: string): Promise<{ id: string } | { refused: Done<never> }> {
  if (asker !== 'command_line' && !may(asker.agent, 'settings:write'))
    return { refused: refused('forbidden', FORBIDDEN) };
  const site = (await context.store.listSites()).find((one) => one.key === key);
  return site ?? { refused: refused('not_found', { hint: 'No site has this key.' }) };
}
