import { BUSINESS_SETTINGS_DEFAULT, type Forecast } from '../../protocol/wire/business.ts';
import {
  FORECAST_WEEKS,
  FORECAST_WEEKS_MIN,
  RANGE_SAMPLE_AGE_MS_MAX,
  RANGE_SAMPLES_MIN,
} from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { readStaffNeed } from '../domain/forecast/staff-needed.ts';
import { BUCKET_MS, readVolume } from '../domain/forecast/volume.ts';
import { businessMs, type CalendarVersion } from '../domain/hours/business-time.ts';
import { readCalendar } from '../domain/hours/calendar.ts';
import { TARGET_MS_USUAL } from '../domain/measures/definitions.ts';
import { settingsFor } from '../domain/routing/standing.ts';
import type { ForecastAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { siteOf, TEAM_ONLY } from './read-business.ts';
import { readSettings } from './read-settings.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

/** Conversations of the next week by hour, and who is needed for them (docs/business.md). */
export async function readForecast(
  context: Context,
  { agent }: AgentSubject,
  asked: ForecastAsked,
): Promise<Done<Forecast>> {
  const { store, clock, zones } = context;
  if (!may(agent, 'report:team')) return refused('forbidden', TEAM_ONLY);
  const sites = await store.listSites();
  // Where there is one site, its hours are everybody's.
  const siteId = await siteOf(context, asked.site ?? (sites.length === 1 ? sites[0]?.key : undefined));
  if (siteId === undefined) return refused('not_found', { field: 'site', hint: 'No site has this key.' });
  if (asked.zone !== undefined && !zones.isZone(asked.zone))
    return refused('invalid_payload', { field: 'zone', hint: 'Write the zone like Europe/Berlin.' });
  const departmentId = asked.department ?? null;
  const settings = await readSettings(store);
  if (departmentId !== null && !settings.departments.has(departmentId))
    return refused('not_found', { field: 'department', hint: 'No department has this id.' });
  const now = clock.now();
  const since = now - (FORECAST_WEEKS + 1) * WEEK_MS;
  const of = { siteId, departmentId };
  const [versions, counted, firstAt, handling, kept] = await Promise.all([
    versionsOf(context, siteId, departmentId),
    store.countOpened({ from: since, to: now, ...of, bucketMs: BUCKET_MS }),
    store.findFirstOpenedAt(of),
    store.readHandling({ ...of, since: now - RANGE_SAMPLE_AGE_MS_MAX }),
    store.readBusinessSettings(),
  ]);
  const zone = asked.zone ?? versions.at(-1)?.calendar?.zone ?? 'UTC';
  const hours = readVolume({
    ...{ now, zone, firstAt, offsetOf: zones.offsetOf },
    counts: new Map(counted.map(({ bucket, count }) => [bucket, count])),
    openShare: (from, to) => businessMs(versions, zones.offsetOf, from, to) / (to - from),
  });
  const staffing = { ...BUSINESS_SETTINGS_DEFAULT, ...kept.document }.staffing;
  const targetMs = staffing.targetMs ?? settingsFor(settings, departmentId).targetMs ?? TARGET_MS_USUAL;
  const meanMs = handling.n < RANGE_SAMPLES_MIN ? null : handling.meanMs;
  const staffOf = (expected: number | null, high: number | null) =>
    expected === null || high === null || meanMs === null || meanMs <= 0
      ? null
      : readStaffNeed({ perHour: expected, perHourHigh: high, handlingMs: meanMs, targetMs }, staffing);
  const weeks = Math.min(FORECAST_WEEKS, firstAt === null ? 0 : Math.floor((now - firstAt) / WEEK_MS));
  return answered({
    from: hours[0]?.at ?? now,
    to: (hours.at(-1)?.at ?? now) + HOUR_MS,
    zone,
    hours: hours.map((hour) => ({ ...hour, staff: staffOf(hour.expected, hour.high) })),
    handling: { meanMs, n: handling.n },
    target: { ms: targetMs, share: staffing.targetShare },
    weeks,
    few: weeks < FORECAST_WEEKS_MIN,
    staffing,
  });
}

/** H6: a department's own hours go before its site's. */
async function versionsOf(
  { store }: Context,
  siteId: string | null,
  departmentId: string | null,
): Promise<CalendarVersion[]> {
  const own = departmentId === null ? [] : await store.listCalendars({ kind: 'department', id: departmentId });
  const found = own.at(-1)?.document || siteId === null ? own : await store.listCalendars({ kind: 'site', id: siteId });
  return found.map(({ validFrom, document }) => ({ validFrom, calendar: document && readCalendar(document) }));
}
