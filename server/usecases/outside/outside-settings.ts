import { OUTSIDE_DEFAULT, type OutsideRead, type OutsideSettings } from '../../../protocol/wire/outside.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { KeptOutside } from '../../store/outside-store.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };
const CHANGED = { hint: 'Somebody else saved these settings since you read them. Read them again.' };
const NOT_OUTSIDE = {
  hint: 'Write an https address out in the world, on the usual port and without a name and password in it; addresses inside are let through by TRUSTED_SERVICES.',
};
const NOTHING_KEPT: KeptOutside = { settings: OUTSIDE_DEFAULT, secretNumber: 1 };

export async function readOutside(
  context: Context,
  subject: AgentSubject,
  { key }: { key: string },
): Promise<Done<OutsideRead>> {
  const site = await reach(context, subject, key);
  return 'refused' in site ? site.refused : answered(await toRead(context, site.id));
}

export async function setOutside(
  context: Context,
  subject: AgentSubject,
  { key, settings, basedOn }: { key: string; settings: OutsideSettings; basedOn?: number | undefined },
): Promise<Done<OutsideRead>> {
  const site = await reach(context, subject, key);
  if ('refused' in site) return site.refused;
  const fault = faultOf(context, settings);
  if (fault !== undefined) return refused('invalid_payload', { field: fault, ...NOT_OUTSIDE });
  const { kept: before } = await keptOf(context, site.id);
  const kept = { ...before, settings };
  const result = await context.store.setOutside({ siteId: site.id, kept, basedOn, at: context.clock.now() });
  return result === 'stale' ? refused('changed_meanwhile', CHANGED) : answered(await toRead(context, site.id));
}

/** CS5: what questions are signed with; made of the installation's key and a number, so that the database holds none. */
export async function readOutsideSecret(
  context: Context,
  subject: AgentSubject,
  { key, renew }: { key: string; renew: boolean },
): Promise<Done<{ secret: string }>> {
  const site = await reach(context, subject, key);
  if ('refused' in site) return site.refused;
  const { kept, version } = await keptOf(context, site.id);
  if (!renew) return answered({ secret: secretOf(context, site.id, kept) });
  const next = { ...kept, secretNumber: kept.secretNumber + 1 };
  const input = { siteId: site.id, kept: next, basedOn: version, at: context.clock.now() };
  if ((await context.store.setOutside(input)) === 'stale') return refused('changed_meanwhile', CHANGED);
  return answered({ secret: secretOf(context, site.id, next) });
}

export function secretOf(context: Context, siteId: string, { secretNumber }: KeptOutside): string {
  return context.identities.secretOf(siteId, `outside-${secretNumber}`);
}

/** As an older release wrote it, it may name less. */
export async function keptOf(context: Context, siteId: string): Promise<{ kept: KeptOutside; version: number }> {
  const { kept, version } = await context.store.readOutside(siteId);
  if (!kept) return { kept: NOTHING_KEPT, version };
  return { kept: { ...NOTHING_KEPT, ...kept, settings: { ...OUTSIDE_DEFAULT, ...kept.settings } }, version };
}

/** The site, where who asks may set it up. */
export async function reach(
  context: Context,
  { agent }: AgentSubject,
  key: string,
): Promise<{ id: string } | { refused: Done<never> }> {
  if (!may(agent, 'settings:write')) return { refused: refused('forbidden', FORBIDDEN) };
  const site = (await context.store.listSites()).find((one) => one.key === key);
  return site ?? { refused: refused('not_found', { hint: 'No site has this key.' }) };
}

async function toRead(context: Context, siteId: string): Promise<OutsideRead> {
  const { kept, version } = await keptOf(context, siteId);
  return { settings: kept.settings, version };
}

/** CS2: said when it is saved, and not by the first question. */
function faultOf({ outside }: Context, { panels }: OutsideSettings): string | undefined {
  const wrong = panels.findIndex(({ url }) => outside && !outside.asker.isAllowed(url));
  return wrong >= 0 ? `panels.${wrong}.url` : undefined;
}
