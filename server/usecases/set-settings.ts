import {
  DEPARTMENT_HOURS_DEFAULT,
  type ServiceHours,
  type ServiceTold,
  type SiteSettings,
} from '../../protocol/wire/settings.ts';
import { findCalendarFault } from '../domain/hours/check-calendar.ts';
import { maySetUp } from '../domain/staff.ts';
import type { SettingsOwner } from '../store/service-store.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';
import { loadServiceBook } from './service-book.ts';

/** Settings, and what visitors are told by them now. */
export interface SettingsAnswer<Settings> {
  settings: Settings;
  now: ServiceTold;
}

const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };

export async function readSiteSettings(
  context: Context,
  subject: AgentSubject,
  { key }: { key: string },
): Promise<Done<SettingsAnswer<SiteSettings>>> {
  if (!maySetUp(subject.agent.role)) return refused('forbidden', FORBIDDEN);
  const site = await findSite(context, key);
  return site ? answered(await siteAnswer(context, site.id)) : refused('not_found');
}

/** A whole new set: what was not named went back to its default. Visitors who are here hear of it at once. */
export async function setSiteSettings(
  context: Context,
  subject: AgentSubject,
  { key, settings }: { key: string; settings: SiteSettings },
): Promise<Done<SettingsAnswer<SiteSettings>>> {
  if (!maySetUp(subject.agent.role)) return refused('forbidden', FORBIDDEN);
  const site = await findSite(context, key);
  if (!site) return refused('not_found');
  const fault = faultOf(context, settings);
  if (fault) return fault;
  await keep(context, { kind: 'site', id: site.id }, settings);
  const answer = await siteAnswer(context, site.id);
  const notices: Notice[] = [{ tell: 'service', siteId: site.id, service: answer.now }];
  return answered(answer, notices, true);
}

export async function readDepartmentHours(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<{ settings: ServiceHours }>> {
  if (!maySetUp(subject.agent.role)) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, id))) return refused('not_found');
  const kept = (await context.store.listSettings()).find(({ owner }) => owner.kind === 'department' && owner.id === id);
  return answered({ settings: kept?.document ?? DEPARTMENT_HOURS_DEFAULT });
}

export async function setDepartmentHours(
  context: Context,
  subject: AgentSubject,
  { id, settings }: { id: string; settings: ServiceHours },
): Promise<Done<{ settings: ServiceHours }>> {
  if (!maySetUp(subject.agent.role)) return refused('forbidden', FORBIDDEN);
  if (!(await isDepartment(context, id))) return refused('not_found');
  const fault = faultOf(context, settings);
  if (fault) return fault;
  await keep(context, { kind: 'department', id }, settings);
  return answered({ settings }, [], true);
}

async function siteAnswer(context: Context, siteId: string): Promise<SettingsAnswer<SiteSettings>> {
  const book = await loadServiceBook(context);
  book.fill(await context.store.listSettings());
  const now = book.stateOf(siteId, null, context.zones, context.clock.now()).told;
  return { settings: book.settingsOf(siteId), now };
}

async function keep(context: Context, owner: SettingsOwner, document: SiteSettings | ServiceHours): Promise<void> {
  await context.store.setSettings({ owner, document, at: context.clock.now() });
  const book = await loadServiceBook(context);
  book.fill(await context.store.listSettings());
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
