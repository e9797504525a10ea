import type { Outcome } from '../../protocol/wire/model.ts';
import { groupBy } from './group-by.ts';
import type { Happening, HistoryPlan } from './history-plan.ts';

/** The measures counted again from what happened, by hand as it were, in the words of metrics.md and nothing else. */

export interface CountedWait {
  from: number;
  /** Null: it still runs. */
  to: number | null;
  answered: boolean;
  first: boolean;
  /** The part of it that passed in the queue. */
  queueMs: number;
  /** Who answered it; unanswered: who had the conversation when it ended, or has it now. */
  agent: number | null;
}

export interface CountedEpisode {
  no: number;
  number: number;
  site: number;
  department: number | null;
  language: string;
  page: string;
  segments: string[];
  topic: string | null;
  visitor: number;
  solved: string | null;
  complaint: boolean;
  openedAt: number;
  closedAt: number | null;
  outcome: Outcome | null;
  /** Why it was abandoned or left. */
  cause: string | null;
  waits: CountedWait[];
  /** Sum of the spans from the queue to an agent; null where no agent ever had it. */
  queueMs: number | null;
  /** Every time it stood in the queue; null: it still does. */
  queued: { from: number; to: number | null }[];
  /** When an agent first had it. */
  assignedAt: number | null;
  /** The same with the span that ended without an agent, or still runs. */
  inQueueMs: number;
  isInQueue: boolean;
  /** Part of the episode in which an agent had it, ms; open ones up to `now`. */
  handledMs: number;
  score: number | null;
  effort: number | null;
  recommend: number | null;
  /** When it was rated. */
  ratedAt: number | null;
  /** What was said without a name: nothing of it leads here but that there was an answer. */
  nameless: Said | null;
  lastAgent: number | null;
  /** Messages of each agent in this episode. */
  agentMessages: Map<number, number>;
}

interface Said {
  score: number;
  effort: number | null;
  recommend: number | null;
}

interface Reading {
  episode: CountedEpisode;
  wait: CountedWait | null;
  queuedSince: number | null;
  handledSince: number | null;
  /** Who has it now; null: it is in the queue. */
  holder: number | null;
  gone: { at: number; how: 'lost' | 'left' } | null;
}

/** `isClosedAt`: who begins then comes while nobody is there. */
export function recount(
  plan: HistoryPlan,
  now: number,
  isClosedAt: (at: number) => boolean = () => false,
): CountedEpisode[] {
  const counted: CountedEpisode[] = [];
  const talks = new Map<number, Reading>();
  for (const happening of plan.happenings) {
    const { deed, no, at } = happening;
    const before = talks.get(no);
    if (deed.what === 'open') {
      const { what: _, ...beginning } = deed;
      talks.set(no, begin(counted, { no, number: 1, ...beginning }, at));
    } else if (!before) throw new Error(`Conversation ${no} was never opened.`);
    else if (deed.what === 'reopen') {
      const { site, department, number, visitor } = before.episode;
      const { language, page, segments, topic } = deed;
      const of = { no, number: number + 1, visitor, site, department, language, page, segments, topic };
      talks.set(no, begin(counted, of, at));
    } else read(before, happening, isClosedAt);
  }
  for (const reading of talks.values()) {
    if (reading.handledSince !== null) reading.episode.handledMs += now - reading.handledSince;
    leaveQueue(reading, now);
    if (reading.wait) reading.wait.agent = reading.holder;
  }
  for (const { waits, queued } of counted) {
    for (const wait of waits) {
      const within = (span: { from: number; to: number | null }) =>
        Math.max(0, Math.min(span.to ?? now, wait.to ?? now) - Math.max(span.from, wait.from));
      wait.queueMs = queued.reduce((sum, span) => sum + within(span), 0);
    }
  }
  return counted;
}

type Identity = Pick<
  CountedEpisode,
  'no' | 'number' | 'visitor' | 'site' | 'department' | 'language' | 'page' | 'segments' | 'topic'
>;

function begin(counted: CountedEpisode[], of: Identity, at: number): Reading {
  const wait: CountedWait = { from: at, to: null, answered: false, first: true, queueMs: 0, agent: null };
  const episode: CountedEpisode = {
    ...of,
    openedAt: at,
    closedAt: null,
    outcome: null,
    cause: null,
    waits: [wait],
    queueMs: null,
    queued: [{ from: at, to: null }],
    assignedAt: null,
    inQueueMs: 0,
    isInQueue: true,
    handledMs: 0,
    score: null,
    effort: null,
    recommend: null,
    ratedAt: null,
    nameless: null,
    solved: null,
    complaint: false,
    lastAgent: null,
    agentMessages: new Map(),
  };
  counted.push(episode);
  return { episode, wait, queuedSince: at, handledSince: null, holder: null, gone: null };
}

function read(reading: Reading, { at, deed }: Happening, isClosedAt: (at: number) => boolean): void {
  const { episode } = reading;
  switch (deed.what) {
    case 'visitor-says':
      if (reading.wait) return;
      reading.wait = { from: at, to: null, answered: false, first: false, queueMs: 0, agent: null };
      episode.waits.push(reading.wait);
      return;
    case 'agent-says':
      episode.agentMessages.set(deed.agent, (episode.agentMessages.get(deed.agent) ?? 0) + 1);
      if (reading.wait) Object.assign(reading.wait, { to: at, answered: true, agent: deed.agent });
      reading.wait = null;
      return;
    case 'assign':
      leaveQueue(reading, at);
      episode.queueMs = episode.inQueueMs;
      episode.assignedAt ??= at;
      episode.isInQueue = false;
      reading.handledSince = at;
      reading.holder = deed.agent;
      episode.lastAgent = deed.agent;
      return;
    case 'transfer':
      reading.holder = deed.agent;
      episode.lastAgent = deed.agent;
      return;
    case 'requeue':
      episode.handledMs += at - (reading.handledSince as number);
      reading.handledSince = null;
      reading.queuedSince = at;
      episode.queued.push({ from: at, to: null });
      reading.holder = null;
      episode.isInQueue = true;
      return;
    case 'gone':
      reading.gone = { at, how: deed.how };
      return;
    case 'back':
      reading.gone = null;
      return;
    case 'end':
      episode.closedAt = at;
      episode.outcome = outcomeOf(reading, deed);
      if (isLeft(episode.outcome))
        episode.cause = isClosedAt(episode.openedAt) ? 'outside_hours' : whyLeft(reading, deed.by, at);
      if (reading.handledSince !== null) episode.handledMs += at - reading.handledSince;
      if (reading.wait) Object.assign(reading.wait, { to: at, agent: reading.holder });
      reading.wait = null;
      reading.handledSince = null;
      leaveQueue(reading, at);
      return;
    case 'rate':
      rate(episode, deed, at);
      return;
  }
}

function rate(episode: CountedEpisode, deed: Extract<Happening['deed'], { what: 'rate' }>, at: number): void {
  const { score, effort = null, recommend = null, solved = null, complaint = false, nameless = false } = deed;
  // Without a name nothing is replaced, and it is never replaced.
  if (episode.nameless || (nameless && episode.score !== null)) return;
  if (nameless) episode.nameless = { score, effort, recommend };
  else {
    const said = { score, effort, recommend, solved, complaint };
    // The same once more is the one that was said before.
    if (Object.entries(said).every(([name, value]) => episode[name as keyof typeof said] === value)) return;
    Object.assign(episode, said);
  }
  episode.ratedAt = at;
}

function leaveQueue(reading: Reading, at: number): void {
  if (reading.queuedSince === null) return;
  reading.episode.inQueueMs += at - reading.queuedSince;
  Object.assign(reading.episode.queued.at(-1) as object, { to: at });
  reading.queuedSince = null;
}

function isLeft(outcome: Outcome): boolean {
  return outcome.startsWith('abandoned') || outcome === 'left_after_answer';
}

/** In the words of M7. Whoever ends it herself is there; whoever is gone for good ended it when she went. */
function whyLeft({ episode, gone }: Reading, by: 'agent' | 'visitor' | 'system', at: number): string {
  const away = by === 'visitor' ? null : gone;
  if (away?.how === 'lost') return 'connection_lost';
  const leftAt = by === 'visitor' ? at : (away?.at ?? Number.POSITIVE_INFINITY);
  if (leftAt - episode.openedAt <= 10_000) return 'page_left';
  if (by === 'system') return 'outside_hours';
  return episode.outcome === 'abandoned_in_queue' ? 'queue_too_long' : 'agent_silent';
}

function outcomeOf(
  { episode, wait, queuedSince, gone }: Reading,
  end: Extract<Happening['deed'], { what: 'end' }>,
): Outcome {
  const answered = episode.waits.some((one) => one.answered);
  if (end.by === 'agent' && (end.named || answered || !gone))
    return end.named ?? (answered ? 'resolved' : 'unresolved');
  if (answered) return wait ? 'left_after_answer' : 'resolved';
  return queuedSince === null ? 'abandoned_before_answer' : 'abandoned_in_queue';
}

/** The smallest length by which a share `p` was answered, where those who were not still wait (Kaplan–Meier). */
export function waitedAtMost(waits: { ms: number; answered: boolean }[], p: number): number | null {
  const byLength = new Map<number, { answered: number; all: number }>();
  for (const { ms, answered } of waits) {
    const here = byLength.get(ms) ?? { answered: 0, all: 0 };
    byLength.set(ms, { answered: here.answered + (answered ? 1 : 0), all: here.all + 1 });
  }
  let atRisk = waits.length;
  let stillWaiting = 1;
  for (const [ms, here] of [...byLength].sort(([one], [other]) => one - other)) {
    stillWaiting *= 1 - here.answered / atRisk;
    if (1 - stillWaiting >= p - 1e-9 && here.answered > 0) return ms;
    atRisk -= here.all;
  }
  return null;
}

const DAY = 24 * 3_600_000;
const TEN_MINUTES = 600_000;

export interface CountedShare {
  hits: number;
  n: number;
  unknown: number;
}

const lookedUp = new WeakMap<CountedEpisode[], ReturnType<typeof makeLookUp>>();

/** Once for all that is asked, so that a hundred thousand can be counted, too. */
function lookUp(all: CountedEpisode[]) {
  const known = lookedUp.get(all) ?? makeLookUp(all);
  lookedUp.set(all, known);
  return known;
}

function makeLookUp(all: CountedEpisode[]) {
  return { ofConversation: groupBy(all, ({ no }) => no), ofVisitor: groupBy(all, ({ visitor }) => visitor) };
}

/** M8 and M9 by their words; `all` are the episodes of every period, `some` those that are asked about. */
export function solvedOf(some: CountedEpisode[], all: CountedEpisode[], now: number) {
  const ended = some.filter((one) => one.closedAt !== null && one.outcome !== 'spam');
  const resolved = ended.filter((one) => one.outcome === 'resolved');
  const complaints = some.filter((one) => one.complaint && one.outcome !== 'spam');
  const isOver = (one: CountedEpisode, ms: number) => one.closedAt !== null && now >= one.closedAt + ms;
  const share = (over: CountedEpisode[], ms: number, isHit: (one: CountedEpisode) => boolean): CountedShare => {
    const known = over.filter((one) => isOver(one, ms));
    return { hits: known.filter(isHit).length, n: known.length, unknown: over.length - known.length };
  };
  const { ofConversation, ofVisitor } = lookUp(all);
  const next = (one: CountedEpisode) => ofConversation(one.no).some((other) => other.number === one.number + 1);
  const sameAgain = (one: CountedEpisode) => {
    const end = one.closedAt as number;
    return ofVisitor(one.visitor).some(
      (other) =>
        other.no !== one.no &&
        other.openedAt >= end &&
        other.openedAt - end <= 7 * DAY &&
        (one.topic === other.topic || one.topic === null || other.topic === null),
    );
  };
  return {
    firstContact: share(ended, 7 * DAY, (one) => one.outcome === 'resolved' && !next(one) && !sameAgain(one)),
    reopened: share(resolved, TEN_MINUTES, next),
    complaints: share(complaints, DAY, (one) => one.outcome === 'resolved' && one.solved === 'yes'),
    complaintTimes: complaints.map((one) => ({
      ms: (one.closedAt ?? now) - one.openedAt,
      answered: one.outcome === 'resolved',
    })),
  };
}
