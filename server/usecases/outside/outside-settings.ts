import {
  type KeyedService,
  OUTSIDE_DEFAULT,
  type OutsideRead,
  type OutsideSettings,
  type ServedSite,
  type ServiceKeys,
} from '../../../protocol/wire/outside.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import { isSamePlace } from '../../domain/outside/service-address.ts';
import type { KeptOutside } from '../../store/outside-store.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };
const CHANGED = { hint: 'Somebody else saved these settings since you read them. Read them again.' };
const NOT_OUTSIDE = {
  hint: 'Write an https address out in the world, on the usual port and without a name and password in it; addresses inside are let through by TRUSTED_SERVICES.',
};
const NOTHING_KEPT: KeptOutside = { settings: OUTSIDE_DEFAULT, secretNumber: 1, keys: {} };
const KEYED: readonly KeyedService[] = ['translator', 'assistant'];

interface SetOutside {
  key: string;
  settings: OutsideSettings;
  keys: ServiceKeys;
  basedOn?: number | undefined;
}

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
  { key, settings, keys, basedOn }: SetOutside,
): Promise<Done<OutsideRead>> {
  const site = await reach(context, subject, key);
  if ('refused' in site) return site.refused;
  const fault = faultOf(context, settings);
  if (fault !== undefined) return refused('invalid_payload', { field: fault, ...NOT_OUTSIDE });
  const { kept: before } = await keptOf(context, site.id);
  const kept = { ...before, settings, keys: keysOf(context, site.id, before, settings, keys) };
  const result = await context.store.setOutside({ siteId: site.id, kept, basedOn, at: context.clock.now() });
  if (result === 'stale') return refused('changed_meanwhile', CHANGED);
  const read = await toRead(context, site.id);
  const version = isNamed(read.settings) ? read.version : null;
  return answered(read, [{ tell: 'services', siteId: site.id, version }]);
}

/** CS10: for consoles, which ask nothing of a conversation elsewhere. */
export async function listServed({ store }: Pick<Context, 'store'>): Promise<ServedSite[]> {
  const all = await store.listOutside();
  return all.flatMap(({ siteId, kept, version }) => (isNamed(kept.settings) ? [{ siteId, version }] : []));
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

/** As an older release wrote it, it may name less. */
function isNamed({ panels, translator, assistant }: Partial<OutsideSettings>): boolean {
  return (panels?.length ?? 0) > 0 || Boolean(translator) || Boolean(assistant);
}

async function toRead(context: Context, siteId: string): Promise<OutsideRead> {
  const { kept, version } = await keptOf(context, siteId);
  const { translator, assistant } = kept.keys;
  const keys = { translator: translator !== undefined, assistant: assistant !== undefined };
  return { settings: kept.settings, keys, version };
}

/** CS2: said when it is saved, and not by the first question. */
function faultOf({ outside }: Context, { panels, ...services }: OutsideSettings): string | undefined {
  const isWrong = (url: string) => outside !== undefined && !outside.asker.isAllowed(url);
  const wrong = panels.findIndex(({ url }) => isWrong(url));
  if (wrong >= 0) return `panels.${wrong}.url`;
  const service = KEYED.find((one) => services[one] && isWrong(services[one].url));
  return service && `${service}.url`;
}

/** CS6: a key never goes along to another place than the one it was given for. */
function keysOf(
  { outside }: Context,
  siteId: string,
  before: KeptOutside,
  settings: OutsideSettings,
  given: ServiceKeys,
): KeptOutside['keys'] {
  const kept: KeptOutside['keys'] = {};
  for (const service of KEYED) {
    const [place, was, key] = [settings[service], before.settings[service], given[service]];
    if (!place || key === null) continue;
    const sealed = key === undefined ? before.keys[service] : outside?.seal(key, aboutKey(siteId, service));
    if (sealed !== undefined && (key !== undefined || (was && isSamePlace(was.url, place.url)))) kept[service] = sealed;
  }
  return kept;
}

/** Undefined: there is none. Null: it cannot be read any more. */
export function openKey(
  { outside }: Context,
  siteId: string,
  kept: KeptOutside,
  service: KeyedService,
): string | null | undefined {
  const sealed = kept.keys[service];
  return sealed === undefined ? undefined : outside?.open(sealed, aboutKey(siteId, service));
}

function aboutKey(siteId: string, service: KeyedService): string {
  return `${siteId} ${service}`;
}
