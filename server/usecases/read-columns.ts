import { FACT_PACK_CONVERSATIONS, FACTS_READ_MAX } from '../../protocol/wire/limits.ts';
import { createBusinessClock } from '../domain/hours/business-clock.ts';
import { type CalendarVersion, withSite } from '../domain/hours/business-time.ts';
import { readCalendar } from '../domain/hours/calendar.ts';
import { type FactColumns, toColumns } from '../domain/measures/columns.ts';
import { deriveFacts } from '../domain/measures/derive-facts.ts';
import type { HoursWithin } from '../domain/measures/fact.ts';
import type { FactOrder } from '../domain/measures/fact-order.ts';
import type { Period } from '../store/store.ts';
import type { Context } from './context.ts';

export type FactsContext = Pick<Context, 'store' | 'clock' | 'zones' | 'facts'>;
export type HoursOf = (siteId: string, departmentId: string | null) => HoursWithin;

/** A report lets go of the turn after so long, so that nobody's message waits for it. */
const TURN_MS_MAX = 5;

/** What a report is worked out of. */
export interface FactsOfPeriod extends Pick<FactOrder, 'packs' | 'live'> {
  /** When the first of them began, up to the end of the last. */
  span: Period;
  /** Of all that is packed. */
  waits: number;
}

/**
 * All facts of a period: what is packed, and from the tables what changed since or is still open. The list of what changed is
 * read first: what is packed meanwhile is then left out there.
 */
export async function findFacts(context: FactsContext, { from, to }: Period): Promise<FactsOfPeriod> {
  const { store, clock } = context;
  const live = await listLive(context);
  const skippedOf = groupByPack(live);
  const lines = await store.listPacks();
  // The latest first: a list of rows is full early then.
  const needed = lines.filter((line) => line.openedTo >= from && line.openedFrom < to).reverse();
  const first = Math.min(clock.now(), ...needed.map(({ openedFrom }) => openedFrom));
  const found = await readLive(context, live);
  const begin = found.reduce((least, { openedAt }) => openedAt.reduce((one, at) => Math.min(one, at), least), first);
  return {
    packs: needed.map(({ number, stamp, openedFrom, openedTo }) => ({
      ...{ number, stamp, skipped: skippedOf.get(number) ?? [] },
      isWhole: openedFrom >= from && openedTo < to,
    })),
    live: found,
    span: { from: Math.max(from, begin), to: Math.min(to, clock.now() + 1) },
    waits: lines.reduce((sum, { waits }) => sum + waits, 0),
  };
}

async function readLive(context: FactsContext, live: ReadonlySet<number>): Promise<FactColumns[]> {
  if (live.size === 0) return [];
  const { store, clock } = context;
  const hoursOf = await loadHours(context);
  const breathe = createBreath(context);
  const nos = [...live].sort((one, other) => one - other);
  const found: FactColumns[] = [];
  for (let next = 0; next < nos.length; next += FACTS_READ_MAX) {
    const rows = await store.readFacts(nos.slice(next, next + FACTS_READ_MAX));
    found.push(toColumns(deriveFacts(rows, hoursOf, clock.now())));
    await breathe();
  }
  return found;
}

/** Conversations that no pack knows as they are now. */
export async function listLive({ store }: FactsContext): Promise<Set<number>> {
  const { change } = await store.readFactState();
  // First: whoever is closed meanwhile is in both, whoever is opened again in the second.
  const live = new Set<number>(await store.listOpenNos());
  const limit = FACTS_READ_MAX * 16;
  for (let after = change; ; ) {
    const page = await store.listChangedAfter({ after, limit });
    for (const { no } of page) live.add(no);
    const upTo = page.at(-1)?.change ?? after;
    if (upTo > after) for (const no of await store.listCameBefore({ after, upTo })) live.add(no);
    if (page.length < limit) break;
    after = upTo;
  }
  return live;
}

function groupByPack(live: ReadonlySet<number>): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const no of live) {
    const number = Math.floor(no / FACT_PACK_CONVERSATIONS);
    const group = groups.get(number);
    if (group) group.push(no);
    else groups.set(number, [no]);
  }
  return groups;
}

/** Waits for the next turn where this one took long. */
export function createBreath({ clock }: Pick<Context, 'clock'>): () => Promise<void> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < TURN_MS_MAX) return;
    await new Promise<void>((resolve) => clock.after(0, resolve));
    since = clock.now();
  };
}

/** Whose hours were in force when, for the past; read anew for each report, because owners change them. */
export async function loadHours({ store, zones }: FactsContext): Promise<HoursOf> {
  const versions = new Map<string, CalendarVersion[]>();
  for (const { owner } of await store.listSettings()) {
    const found = await store.listCalendars(owner);
    versions.set(
      `${owner.kind} ${owner.id}`,
      found.map(({ validFrom, document }) => ({ validFrom, calendar: document && readCalendar(document) })),
    );
  }
  const clocks = new Map<string, HoursWithin>();
  return (siteId, departmentId) => {
    const key = `${siteId} ${departmentId ?? ''}`;
    const known = clocks.get(key);
    if (known) return known;
    const own = departmentId === null ? [] : (versions.get(`department ${departmentId}`) ?? []);
    const made = createBusinessClock(withSite(own, versions.get(`site ${siteId}`) ?? []), zones.offsetOf);
    clocks.set(key, made);
    return made;
  };
}

/** M11: whether anybody ever set hours; otherwise both clocks are one. */
export async function hasHours({ store }: Pick<Context, 'store'>): Promise<boolean> {
  for (const { owner } of await store.listSettings()) {
    if ((await store.listCalendars(owner)).length > 0) return true;
  }
  return false;
}
