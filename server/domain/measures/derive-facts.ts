import { causeOf } from './cause.ts';
import type { EpisodeFact, HoursWithin, Length, WaitFact } from './fact.ts';
import type { AssignmentRow, EpisodeRowOfFacts, Facts, WaitRow } from './fact-rows.ts';

interface Span {
  from: number;
  to: number;
}

/** When it waited in the queue, and when agents had it. */
interface Course {
  queued: Span[];
  isServed: boolean;
  served: (Span & { agentId: string; isLive: boolean })[];
}

/** What the rows of the store mean (M1–M7): one fact for each episode, in the order of the rows. */
export function deriveFacts(
  rows: Facts,
  hoursOf: (siteId: string, departmentId: string | null) => HoursWithin,
  now: number,
): EpisodeFact[] {
  const waits = groupBy(rows.waits, keyOf);
  const written = groupBy(rows.written, keyOf);
  const assignments = groupBy(rows.assignments, ({ no }) => String(no));
  const again = new Set(rows.again.map(keyOf));
  return rows.episodes.map((row, index) => {
    const next = rows.episodes[index + 1];
    const own = takeOwn(assignments.get(String(row.no)) ?? [], row, next?.no === row.no ? next.openedAt : null);
    const hours = hoursOf(row.siteId, row.departmentId);
    const credits = (written.get(keyOf(row)) ?? []).map(({ agentId, messages }) => ({ agentId, messages }));
    const isReopened = next?.no === row.no;
    return {
      ...toFact(row, waits.get(keyOf(row)) ?? [], courseOf(row, own, now), hours, now, credits),
      isReopened,
      isAgain: isReopened || again.has(keyOf(row)),
    };
  });
}

function keyOf({ no, episode }: { no: number; episode: number }): string {
  return `${no} ${episode}`;
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

/** Assignments of one conversation come in order; those of this episode are taken from the front. */
function takeOwn(left: AssignmentRow[], row: EpisodeRowOfFacts, nextOpenedAt: number | null): AssignmentRow[] {
  if (nextOpenedAt === null) return left;
  const own: AssignmentRow[] = [];
  while (left[0] && own.at(-1)?.endReason !== 'closed') {
    const { at } = left[0];
    if (at >= nextOpenedAt && !(row.closedAt !== null && at <= row.closedAt)) break;
    own.push(left.shift() as AssignmentRow);
  }
  return own;
}

function courseOf(row: EpisodeRowOfFacts, own: readonly AssignmentRow[], now: number): Course {
  const until = row.closedAt ?? now;
  const queued: Span[] = [];
  let since: number | null = row.openedAt;
  for (const { at, endedAt, endReason } of own) {
    if (since !== null) queued.push({ from: since, to: Math.max(since, at) });
    since = endReason === 'requeued' ? (endedAt ?? at) : null;
  }
  const isServed = since === null;
  if (since !== null) queued.push({ from: since, to: Math.max(since, until) });
  const served = own.map(({ at, endedAt, agentId }) => ({
    ...{ from: at, to: Math.max(at, endedAt ?? until), agentId },
    isLive: endedAt === null,
  }));
  return { queued, isServed, served };
}

function toFact(
  row: EpisodeRowOfFacts,
  waits: readonly WaitRow[],
  course: Course,
  hours: HoursWithin,
  now: number,
  credits: EpisodeFact['credits'],
): Omit<EpisodeFact, 'isReopened' | 'isAgain'> {
  const { no, episode, siteId, departmentId, openedAt, closedAt, outcome, score, targetMs } = row;
  const until = Math.max(openedAt, closedAt ?? now);
  const known = waits.map((wait) => toWait(wait, course, hours));
  return {
    ...{ no, episode, siteId, departmentId, openedAt, outcome, score, targetMs, credits },
    agentId: row.lastAgentId,
    language: row.language?.toLowerCase() ?? null,
    page: row.page && pageOf(row.page),
    stage: row.stage,
    topic: row.topic,
    segments: JSON.parse(row.segments) as string[],
    tags: JSON.parse(row.tags) as string[],
    isClosed: closedAt !== null,
    closedAt,
    isComplaint: row.complaint === 1 && outcome !== 'spam',
    isConfirmed: row.solved === 'yes',
    resolution: lengthOf([{ from: openedAt, to: until }], hours),
    handling: course.served.length === 0 ? null : lengthOf(course.served, hours),
    queue: lengthOf(course.queued, hours),
    isServed: course.isServed,
    cause: causeOf({ ...row, closedThen: row.closedThen === 1 }),
    waits: row.running ? [...known, toRunning(row, row.running, known, course, hours, now)] : known,
  };
}

function toWait(wait: WaitRow, course: Course, hours: HoursWithin): WaitFact {
  const { startedAt, lengthMs, queueMs, startedSeq: seq, agentId } = wait;
  const span = { from: startedAt, to: startedAt + lengthMs };
  const isAnswered = wait.end === 'answered';
  return {
    ...{ seq, isAnswered, isOpen: false, isFirst: wait.first === 1 },
    length: lengthOf([span], hours),
    queue: { ms: queueMs, inHoursMs: lengthOf(overlaps(course.queued, span), hours).inHoursMs },
    // M3: whoever ended it. What nobody answered is the business of whoever had it then.
    agentId: isAnswered ? agentId : holderAt(course, span.to),
  };
}

function toRunning(
  row: EpisodeRowOfFacts,
  { startedAt, startedSeq: seq, queueMs }: NonNullable<EpisodeRowOfFacts['running']>,
  known: readonly WaitFact[],
  course: Course,
  hours: HoursWithin,
  now: number,
): WaitFact {
  const span = { from: startedAt, to: Math.max(startedAt, now) };
  const sinceMs = row.queuedSince === null ? 0 : Math.max(0, now - Math.max(row.queuedSince, startedAt));
  return {
    ...{ seq, isAnswered: false, isOpen: true, isFirst: known.length === 0 },
    length: lengthOf([span], hours),
    queue: {
      ms: Math.min(span.to - span.from, queueMs + sinceMs),
      inHoursMs: lengthOf(overlaps(course.queued, span), hours).inHoursMs,
    },
    agentId: course.served.findLast(({ isLive }) => isLive)?.agentId ?? null,
  };
}

/** Who had it at this instant; its own end counts, because an end ends both. */
function holderAt({ served }: Course, at: number): string | null {
  return served.findLast(({ from, to }) => from <= at && at <= to)?.agentId ?? null;
}

function overlaps(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
}

function lengthOf(spans: readonly Span[], hours: HoursWithin): Length {
  let [ms, inHoursMs] = [0, 0];
  for (const { from, to } of spans) {
    ms += to - from;
    inHoursMs += hours(from, to);
  }
  return { ms, inHoursMs };
}

/** Host and path: what comes behind says who, not where. */
export function pageOf(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '').replace(/[?#].*$/s, '');
}
