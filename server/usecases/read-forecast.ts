import { BUSINESS_SETTINGS_DEFAULT, FORECAST_FILTERS, type Forecast } from '../../protocol/wire/business.ts';
import { type Answer, refusal, success } from '../../protocol/wire/errors.ts';
import {
  FORECAST_WEEKS,
  FORECAST_WEEKS_MIN,
  RANGE_SAMPLE_AGE_MS_MAX,
  RANGE_SAMPLES_MIN,
} from '../../protocol/wire/limits.ts';
import type { Filter } from '../../protocol/wire/measures.ts';
import { readStaffNeed } from '../domain/forecast/staff-needed.ts';
import { BUCKET_MS, listPastHours, readVolume, type VolumeFacts } from '../domain/forecast/volume.ts';
import { businessMs, type CalendarVersion } from '../domain/hours/business-time.ts';
import { readCalendar } from '../domain/hours/calendar.ts';
import { TARGET_MS_USUAL } from '../domain/measures/definitions.ts';
import { settingsFor } from '../domain/routing/standing.ts';
import type { ForecastAsked, PastHours } from './business-question.ts';
import { siteAsked } from './business-site.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { countNarrowed, type Past } from './count-narrowed.ts';
import { answered, refused } from './finish.ts';
import { keepBooks, refuseTooOld } from './keep-books.ts';
import { readSettings } from './read-settings.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Conversations of the next week by hour, and who is needed for them (docs/business.md). */
export async function readForecast(
  context: Context,
  { agent }: AgentSubject,
  asked: ForecastAsked,
): Promise<Done<Forecast>> {
  const { store, clock } = context;
  const found = await findWhose(context, agent, asked);
  if (!found.ok) return { answer: found, notices: [] };
  const { of, settings } = found.value;
  const now = clock.now();
  const since = now - (FORECAST_WEEKS + 1) * WEEK_MS;
  const past = await pastOf(context, { of, only: narrowedOf(asked), since });
  if (!past.ok) return { answer: past, notices: [] };
  const { counted, handling, firstAt: cameFirstAt } = past.value;
  const [facts, kept] = await Promise.all([factsOf(context, asked, of, cameFirstAt), store.readBusinessSettings()]);
  const hours = readVolume({ ...facts, counts: new Map(counted.map(({ bucket, count }) => [bucket, count])) });
  const staffing = { ...BUSINESS_SETTINGS_DEFAULT, ...kept.document }.staffing;
  const targetMs = staffing.targetMs ?? settingsFor(settings, of.departmentId).targetMs ?? TARGET_MS_USUAL;
  const meanMs = handling.n < RANGE_SAMPLES_MIN ? null : handling.meanMs;
  const staffOf = (expected: number | null, high: number | null) =>
    expected === null || high === null || meanMs === null || meanMs <= 0
      ? null
      : readStaffNeed({ perHour: expected, perHourHigh: high, handlingMs: meanMs, targetMs }, staffing);
  const { zone, firstAt } = facts;
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

/** The hours of past weeks behind one hour of the forecast, and whose they are. */
export async function readPastHours(
  context: Context,
  { agent }: AgentSubject,
  asked: ForecastAsked & { at: number },
): Promise<Done<PastHours>> {
  const found = await findWhose(context, agent, asked);
  if (!found.ok) return { answer: found, notices: [] };
  const { at } = asked;
  const now = context.clock.now();
  // A page that was left open over a night is still understood.
  if (at < now - DAY_MS || at > now + WEEK_MS + DAY_MS)
    return refused('invalid_payload', { field: 'at', hint: 'Write `at` of an hour of the forecast.' });
  const { of } = found.value;
  const only = narrowedOf(asked);
  const known = await pastOf(context, { of, only, since: now });
  if (!known.ok) return { answer: known, notices: [] };
  const facts = await factsOf(context, asked, of, known.value.firstAt);
  const past = listPastHours(at, { ...facts, counts: new Map() });
  return answered({ ...of, only, spans: past.map((one) => ({ from: one.at, to: one.at + HOUR_MS })) });
}

/** Of which site and department, and what owners set. Where there is one site, its hours are everybody's. */
async function findWhose(context: Context, agent: AgentSubject['agent'], { site, department, zone }: ForecastAsked) {
  const { store, zones } = context;
  const sites = await store.listSites();
  const found = await siteAsked(context, agent, site ?? (sites.length === 1 ? sites[0]?.key : undefined));
  if ('answer' in found) return found.answer;
  const { siteId } = found;
  if (zone !== undefined && !zones.isZone(zone))
    return refusal('invalid_payload', { field: 'zone', hint: 'Write the zone like Europe/Berlin.' });
  const departmentId = department ?? null;
  const settings = await readSettings(store);
  if (departmentId !== null && !settings.departments.has(departmentId))
    return refusal('not_found', { field: 'department', hint: 'No department has this id.' });
  return success({ of: { siteId, departmentId }, settings });
}

interface Whose {
  siteId: string | null;
  departmentId: string | null;
}

/** What came, and how long it took. Of a site or a department the store counts it; of anything else the books know it. */
async function pastOf(
  context: Context,
  { of, only, since }: { of: Whose; only: Partial<Record<Filter, string>>; since: number },
): Promise<Answer<Past>> {
  const { store, clock } = context;
  const now = clock.now();
  const handledSince = now - RANGE_SAMPLE_AGE_MS_MAX;
  if (Object.keys(only).length > 0) {
    const at = await keepBooks(context);
    const unknown = refuseTooOld(at, now - (FORECAST_WEEKS + 1) * WEEK_MS);
    if (unknown) return unknown.answer;
    const department = of.departmentId === null ? {} : { department: of.departmentId };
    return success(countNarrowed(at, { siteId: of.siteId, only: { ...only, ...department }, since, handledSince }));
  }
  const [counted, firstAt, handling] = await Promise.all([
    store.countOpened({ from: since, to: now, ...of, bucketMs: BUCKET_MS }),
    store.findFirstOpenedAt(of),
    store.readHandling({ ...of, since: handledSince }),
  ]);
  return success({ counted, firstAt, handling });
}

/** But for the site and the department, which have hours and targets of their own. */
function narrowedOf(asked: ForecastAsked): Partial<Record<Filter, string>> {
  const set = FORECAST_FILTERS.filter((name) => name !== 'department' && asked[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, asked[name]]));
}

async function factsOf(
  context: Context,
  asked: ForecastAsked,
  of: Whose,
  firstAt: number | null,
): Promise<Omit<VolumeFacts, 'counts'>> {
  const { clock, zones } = context;
  const versions = await versionsOf(context, of.siteId, of.departmentId);
  const zone = asked.zone ?? versions.at(-1)?.calendar?.zone ?? 'UTC';
  return {
    ...{ now: clock.now(), zone, firstAt, offsetOf: zones.offsetOf },
    openShare: (from, to) => businessMs(versions, zones.offsetOf, from, to) / (to - from),
  };
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
