import {
  BUSINESS_SETTINGS_DEFAULT,
  type BusinessSettings,
  type BusinessSettingsRead,
} from '../../protocol/wire/business.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { digitsOf } from '../domain/business/read-order.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };
const CHANGED = { hint: 'Somebody else saved these settings since you read them. Read them again.' };

export async function readBusinessSettings(
  context: Context,
  { agent }: AgentSubject,
): Promise<Done<BusinessSettingsRead>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  return answered(await load(context));
}

/** Each time they are saved is a version of its own, and stays: what a figure of last year was worked out with can be read. */
export async function setBusinessSettings(
  context: Context,
  { agent }: AgentSubject,
  { settings, basedOn }: { settings: BusinessSettings; basedOn: number | undefined },
): Promise<Done<BusinessSettingsRead>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const { currency, months } = settings;
  if (currency !== null && digitsOf(currency) === undefined)
    return refused('invalid_payload', { field: 'currency', hint: 'Set currency to an ISO 4217 code, such as EUR.' });
  const twice = months.findIndex(({ month }, at) => months.findIndex((one) => one.month === month) < at);
  if (twice >= 0) return refused('invalid_payload', { field: `months.${twice}.month`, hint: 'Name each month once.' });
  const document = { ...settings, months: months.toSorted((one, other) => (one.month < other.month ? -1 : 1)) };
  const at = context.clock.now();
  const kept = await context.store.setBusinessSettings({ document, basedOn, agentId: agent.id, at });
  return kept.result === 'stale' ? refused('changed_meanwhile', CHANGED) : answered(await load(context));
}

async function load({ store }: Context): Promise<BusinessSettingsRead> {
  const { document, version, history } = await store.readBusinessSettings();
  return { settings: { ...BUSINESS_SETTINGS_DEFAULT, ...document }, version, history };
}
