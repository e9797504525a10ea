import { ALWAYS_OPEN, type OfflineNow, type ServiceTold } from '../../../protocol/wire/settings.ts';
import { type Calendar, hoursOn, type ZoneOffset } from './calendar.ts';
import { DAY_MS } from './civil.ts';
import { listOpenSpans, readHours } from './open-spans.ts';

/** What a site or a department says of its hours, read for many questions. */
export interface Service {
  calendar: Calendar | null;
  offline: (OfflineNow & { since: number }) | null;
}

export interface ServiceState {
  told: ServiceTold;
  /** Closed: since when, as far as one can know. */
  closedSince: number | null;
  /** Until then it is as told; null: as long as nobody changes a setting. */
  until: number | null;
}

/** How far back the end of the hours is looked for: longer closures began before everybody who waits. */
const HOURS_BACK_MS = 14 * DAY_MS;

/** H6: what was done by hand goes before the calendar; a department's own hours go before its site's. */
export function readService(site: Service, department: Service | null, offsetOf: ZoneOffset, at: number): ServiceState {
  const calendar = department?.calendar ?? site.calendar;
  const offline = [site.offline, department?.offline].find((one) => one && isOffline(one, at));
  if (offline) return whileOffline(offline, calendar, offsetOf);
  if (!calendar) return { told: ALWAYS_OPEN, closedSince: null, until: null };
  const now = readHours(calendar, offsetOf, at);
  const told = {
    open: now.open,
    opensAt: now.open ? null : now.changesAt,
    day: now.open ? null : dayName(calendar, offsetOf, at),
    text: null,
  };
  return { told, closedSince: now.open ? null : lastEnd(calendar, offsetOf, at), until: now.changesAt };
}

function isOffline({ since, until }: { since: number; until: number | null }, at: number): boolean {
  return since <= at && (until === null || at < until);
}

/** It opens when the switch ends and the hours allow it. */
function whileOffline(
  offline: OfflineNow & { since: number },
  calendar: Calendar | null,
  offsetOf: ZoneOffset,
): ServiceState {
  const { text, until, since } = offline;
  const hours = until !== null && calendar ? readHours(calendar, offsetOf, until) : null;
  const opensAt = hours && !hours.open ? hours.changesAt : until;
  return { told: { open: false, opensAt, day: null, text }, closedSince: since, until };
}

function dayName(calendar: Calendar, offsetOf: ZoneOffset, at: number): string | null {
  const day = Math.floor((at + offsetOf(calendar.zone, at)) / DAY_MS);
  return hoursOn(calendar, day).name;
}

function lastEnd(calendar: Calendar, offsetOf: ZoneOffset, at: number): number {
  return listOpenSpans(calendar, offsetOf, at - HOURS_BACK_MS, at).at(-1)?.to ?? at - HOURS_BACK_MS;
}

/** H6: what the owner says to those who wait; null: our own sentence. */
export function wordsOf({ told }: ServiceState): string | null {
  return told.text?.trim() ? told.text : null;
}

/** What is done with somebody who waits, at closing time and at opening (H7, H8). */
export type WaitingDecision = 'leave' | 'hold' | 'keep' | 'close' | 'release';

/** `held`: routing leaves it alone until it opens. `hold` is quiet, because who came while it was closed knows; `keep` is told. */
export function decideWaiting(
  waiting: { queuedAt: number; held: boolean },
  state: ServiceState,
  atClosing: 'serve' | 'keep' | 'close',
): WaitingDecision {
  if (state.told.open) return waiting.held ? 'release' : 'leave';
  if (waiting.held) return 'leave';
  // Came after the end of the hours: nobody promised anything but an answer later.
  if (waiting.queuedAt >= (state.closedSince ?? 0)) return 'hold';
  return atClosing === 'serve' ? 'leave' : atClosing;
}
