import { FILTERS, type Filter } from '../../protocol/wire/measures.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { askBusiness } from './business-desk.ts';
import type { BusinessTask, BusinessTasks, Narrowed } from './business-question.ts';
import { TEAM_ONLY } from './business-site.ts';
import { checkFilters } from './check-filters.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { refused } from './finish.ts';

type NarrowedTask = {
  [Name in BusinessTask]: BusinessTasks[Name][0] extends Narrowed & { site?: string | undefined } ? Name : never;
}[BusinessTask];

/** A question of business about some conversations only: what never was is refused here, where the facts are, and not counted as nothing there. */
export async function askNarrowed<Name extends NarrowedTask>(
  context: Context,
  subject: AgentSubject,
  name: Name,
  asked: BusinessTasks[Name][0] & Narrowed & { site?: string | undefined; zone?: string | undefined },
): Promise<Done<BusinessTasks[Name][1]>> {
  if (!may(subject.agent, 'report:team')) return refused('forbidden', TEAM_ONLY);
  const zone = asked.zone ?? 'UTC';
  if (!context.zones.isZone(zone))
    return refused('invalid_payload', { field: 'zone', hint: 'Write the zone like Europe/Berlin.' });
  const { answer } = await checkFilters(context, { ...narrowedTo(asked), zone });
  if (!answer.ok) return { answer, notices: [] };
  return askBusiness(context, subject, name, asked);
}

/** But for the site, which may be said by its key. */
function narrowedTo(asked: Narrowed): Partial<Record<Filter, string>> {
  return Object.fromEntries(
    FILTERS.flatMap((name) => (name === 'site' || asked[name] === undefined ? [] : [[name, asked[name]]])),
  );
}
