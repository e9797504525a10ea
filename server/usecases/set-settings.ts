import { PREVIEW_DAYS } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import {
  DEPARTMENT_HOURS_DEFAULT,
  type HoursPreview,
  type ServiceHours,
  type ServiceTold,
  type SiteSettings,
} from '../../protocol/wire/settings.ts';
import { findCalendarFault } from '../domain/hours/check-calendar.ts';
import { previewHours } from '../domain/hours/preview.ts';
import type { KeptSettings, SettingsOwner } from '../store/service-store.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook, serviceOf } from './service-book.ts';

/** Settings, and what visitors are told by them now. */
export interface SettingsAnswer<Settings> {
  settings: Settings;
  now: ServiceTold;
  /** How often they were saved: whoever changes them names it (H11). */
  version: number;
}

/** `basedOn`: the version that was read; absent: whatever is there is replaced. */
interface Save<Settings> {
  settings: Settings;
  basedOn?: number | undefined;
}

type HoursAnswer = Omit<SettingsAnswer<ServiceHours>, 'now'>;

const CHANGED = { hint: 'Somebody else saved these settings since you read them. Read them again.' };
const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };

export async function readSiteSettings(
  context: Context,
  subject: AgentSubject,
  { key }: { key: string },
): Promise<Done<SettingsAnswer<SiteSettings>>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const site = await findSite(context, key);
  return site ? answered(await siteAnswer(context, site.id)) : refused('not_found');
}

/** A whole new set: what was not named went back to its default. Visitors who are here hear of it at once. */
export async function setSiteSettings(
  context: Context,
  subject: AgentSubject,
  { key, settings, basedOn }: { key: string } & Save<SiteSettings>,
): Promise<Done<SettingsAnswer<SiteSettings>>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const site = await findSite(context, key);
  if (!site) return refused('not_found');
  const fault = faultOf(context, settings);
  if (fault) return fault;
  const isKept = await keep(context, { kind: 'site', id: site.id }, { settings, basedOn });
  if (!isKept) return refused('changed_meanwhile', CHANGED);
  const answer = await siteAnswer(context, site.id);
  const notices: Notice[] = [{ tell: 'service', siteId: site.id, service: answer.now }];
  return answered(answer, notices, true);
}

export async function readDepartmentHours(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<HoursAnswer>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, id))) return refused('not_found');
  return answered(await hoursAnswer(context, id));
}

export async function setDepartmentHours(
  context: Context,
  subject: AgentSubject,
  { id, settings, basedOn }: { id: string } & Save<ServiceHours>,
): Promise<Done<HoursAnswer>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, id))) return refused('not_found');
  const fault = faultOf(context, settings);
  if (fault) return fault;
  const isKept = await keep(context, { kind: 'department', id }, { settings, basedOn });
  return isKept ? answered(await hoursAnswer(context, id), [], true) : refused('changed_meanwhile', CHANGED);
}

/** H12: what hours would mean from now on; nothing is stored. */
export async function previewSettings(
  context: Context,
  subject: AgentSubject,
  settings: ServiceHours,
): Promise<Done<HoursPreview>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const fault = faultOf(context, settings);
  if (fault) return fault;
  const now = context.clock.now();
  return answered(previewHours(serviceOf(settings, now), context.zones.offsetOf, now, PREVIEW_DAYS));
}

async function siteAnswer(context: Context, siteId: string): Promise<SettingsAnswer<SiteSettings>> {
  const book = await loadServiceBook(context);
  const all = await context.store.listSettings();
  book.fill(all);
  const now = book.stateOf(siteId, null, context.zones, context.clock.now()).told;
  return { settings: book.settingsOf(siteId), now, version: keptOf(all, 'site', siteId)?.version ?? 0 };
}

async function hoursAnswer(context: Context, id: string): Promise<HoursAnswer> {
  const kept = keptOf(await context.store.listSettings(), 'department', id);
  return { settings: kept?.document ?? DEPARTMENT_HOURS_DEFAULT, version: kept?.version ?? 0 };
}

function keptOf(all: KeptSettings[], kind: SettingsOwner['kind'], id: string): KeptSettings | undefined {
  return all.find(({ owner }) => owner.kind === kind && owner.id === id);
}

/** H11: false where somebody else saved since. */
async function keep(
  context: Context,
  owner: SettingsOwner,
  { settings, basedOn }: Save<SiteSettings | ServiceHours>,
): Promise<boolean> {
  const input = { owner, document: settings, at: context.clock.now(), basedOn };
  const { result } = await context.store.setSettings(input);
  const book = await loadServiceBook(context);
  book.fill(await context.store.listSettings());
  return result === 'kept';
}

/** H10 */
function faultOf(context: Context, { hours }: ServiceHours): Done<never> | undefined {
  const fault = hours && findCalendarFault(hours, context.zones.isZone);
  return fault ? refused('invalid_payload', { field: `hours.${fault.field}`, hint: fault.hint }) : undefined;
}

async function findSite(context: Context, key: string) {
  return (await context.store.listSites()).find((site) => site.key === key);
}

async function isDepartment(context: Context, id: string): Promise<boolean> {
  return (await context.store.listDepartments()).some((department) => department.id === id);
}
