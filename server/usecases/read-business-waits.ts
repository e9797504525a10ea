import type { Spread } from '../../protocol/wire/report.ts';
import { businessMs, type CalendarVersion, withSite } from '../domain/hours/business-time.ts';
import { readCalendar } from '../domain/hours/calendar.ts';
import { readSpread } from '../domain/response-time.ts';
import type { SettingsOwner } from '../store/service-store.ts';
import type { FirstWait } from '../store/store.ts';
import type { Context } from './context.ts';

/** M11: the first waits again, of which only the part within the hours counts that were in force then; null: nobody ever set any. */
export async function readBusinessWaits(
  { store, zones }: Pick<Context, 'store' | 'zones'>,
  waits: readonly FirstWait[],
): Promise<Spread | null> {
  const kept = new Map<string, CalendarVersion[]>();
  const versionsOf = async (owner: SettingsOwner): Promise<CalendarVersion[]> => {
    const key = `${owner.kind} ${owner.id}`;
    const known = kept.get(key);
    if (known) return known;
    const found = await store.listCalendars(owner);
    const versions = found.map(({ validFrom, document }) => ({
      validFrom,
      calendar: document && readCalendar(document),
    }));
    kept.set(key, versions);
    return versions;
  };
  const lengths = { answeredMs: [] as number[], censoredMs: [] as number[] };
  for (const { siteId, departmentId, from, to, isAnswered } of waits) {
    const site = await versionsOf({ kind: 'site', id: siteId });
    const own = departmentId === null ? [] : await versionsOf({ kind: 'department', id: departmentId });
    const ms = businessMs(withSite(own, site), zones.offsetOf, from, to);
    (isAnswered ? lengths.answeredMs : lengths.censoredMs).push(ms);
  }
  return [...kept.values()].some((versions) => versions.length > 0) ? readSpread(lengths) : null;
}
