import type { Random } from '../../protocol/kit/random.ts';
import type { Outcome } from '../../protocol/wire/model.ts';

/**
 * What happened in a shop, as a list in the order of time: the facts themselves, before any program counted them.
 * Kept apart from the product on purpose (metrics.md is all that it knows).
 */
export interface Happening {
  at: number;
  /** Which conversation, counted from 0. */
  no: number;
  deed: Deed;
}

type Deed =
  | ({ what: 'open'; visitor: number } & Beginning)
  | { what: 'visitor-says' }
  | { what: 'agent-says'; agent: number }
  /** From the queue to an agent. */
  | { what: 'assign'; agent: number }
  /** By hand from one agent to another. */
  | { what: 'transfer'; agent: number }
  | { what: 'requeue' }
  /** An automatic word, as of a bot: never an answer. */
  | { what: 'auto-says' }
  /** The visitor's last connection goes; and she is seen again. */
  | { what: 'gone'; how: 'lost' | 'left' }
  | { what: 'back' }
  | { what: 'end'; by: 'agent' | 'visitor' | 'system'; named?: Extract<Outcome, 'resolved' | 'unresolved' | 'spam'> }
  | ({ what: 'reopen' } & Pick<Beginning, 'language' | 'page' | 'segments' | 'topic'>)
  | ({ what: 'rate'; score: number; solved?: 'yes' | 'partly' | 'no'; complaint?: boolean } & More);

/** What is asked beside the score; `nameless`: said without a name. */
interface More {
  effort?: number;
  recommend?: number;
  nameless?: boolean;
}

/** What was so when an episode began. */
export interface Beginning {
  site: number;
  department: number | null;
  language: string;
  page: string;
  segments: string[];
  topic: string | null;
}

export interface HistoryPlan {
  happenings: Happening[];
  conversations: number;
  agents: number;
  sites: number;
  departments: number;
  from: number;
  to: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PAGES = ['/boots', '/cart', '/help?topic=return', '/'];
const SEGMENTS = ['vip', 'returning'];
const TOPICS = ['parcel', 'refund', null];
const SOLVED = ['yes', 'partly', 'no', undefined] as const;
const LANGUAGES = ['en', 'de', 'pt-BR', 'ar'];

interface Talk {
  no: number;
  at: number;
  agent: number | null;
  answered: boolean;
  waiting: boolean;
  gone: boolean;
  deeds: Happening[];
}

/**
 * `from` to `to` should hold a change of the clocks; conversations begin at any hour of it. `asks`: more is asked than the score, by a chance of its
 * own, so that all else happens as it does without.
 */
export function planHistory(
  random: Random,
  { asks, ...size }: { conversations: number; from: number; to: number; asks?: Random },
): HistoryPlan {
  const plan: HistoryPlan = { happenings: [], agents: 8, sites: 2, departments: 3, ...size };
  let before: Happening[] = [];
  for (let no = 0; no < size.conversations; no += 1) {
    // Some come again, once what they had was over.
    const again = random() < 0.3 ? lastOf(before) : null;
    before = planTalk(random, no, plan, again);
    plan.happenings.push(...before);
  }
  plan.happenings.sort((one, other) => one.at - other.at || one.no - other.no);
  if (asks) for (const { deed } of plan.happenings) if (deed.what === 'rate') askMore(asks, deed);
  return plan;
}

function askMore(random: Random, rating: Extract<Deed, { what: 'rate' }>): void {
  if (random() < 0.7) rating.effort = 1 + pick(random, 7);
  if (random() < 0.6) rating.recommend = pick(random, 11);
  if (random() >= 0.15) return;
  rating.nameless = true;
  rating.complaint = false;
}

interface Again {
  at: number;
  visitor: number;
  site: number;
}

/** Whoever had it, where it has ended. */
function lastOf(talk: readonly Happening[]): Again | null {
  const [first, last] = [talk[0], talk.at(-1)];
  if (first?.deed.what !== 'open' || !last || !['end', 'rate'].includes(last.deed.what)) return null;
  return { at: last.at, visitor: first.deed.visitor, site: first.deed.site };
}

function planTalk(random: Random, no: number, plan: HistoryPlan, again: Again | null): Happening[] {
  const at = again
    ? again.at + 1 + Math.floor(random() * 10 * DAY)
    : Math.floor(plan.from + random() * (plan.to - plan.from));
  const talk: Talk = { no, at, agent: null, answered: false, waiting: true, gone: false, deeds: [] };
  const department = pick(random, 4);
  add(talk, {
    what: 'open',
    visitor: again?.visitor ?? no,
    site: again?.site ?? pick(random, plan.sites),
    department: department < plan.departments ? department : null,
    ...planBeginning(random),
  });
  for (let episode = 1; ; episode += 1) {
    if (!planEpisode(random, talk, plan)) return within(talk, plan);
    if (random() < 0.5) {
      pass(random, talk, 10 * SECOND);
      add(talk, planRating(random));
      // The later one counts.
      if (random() < 0.1) add(talk, planRating(random));
    }
    if (episode === 4 || random() > 0.2) return within(talk, plan);
    pass(random, talk, random() < 0.5 ? 10 * MINUTE : 2 * DAY);
    add(talk, { what: 'reopen', ...planBeginning(random) });
    talk.agent = null;
    talk.answered = false;
    talk.waiting = true;
    talk.gone = false;
  }
}

function planRating(random: Random): Deed {
  const solved = SOLVED[pick(random, SOLVED.length)];
  return { what: 'rate', score: 1 + pick(random, 5), complaint: random() < 0.4, ...(solved && { solved }) };
}

function planBeginning(random: Random) {
  return {
    topic: TOPICS[pick(random, TOPICS.length)] as string | null,
    language: LANGUAGES[pick(random, LANGUAGES.length)] as string,
    page: PAGES[pick(random, PAGES.length)] as string,
    segments: SEGMENTS.filter(() => random() < 0.3),
  };
}

/** Until the episode ends; false where it stays open. */
function planEpisode(random: Random, talk: Talk, plan: HistoryPlan): boolean {
  for (let step = 0; step < 40; step += 1) {
    // Long nights: some waits are a matter of hours, over a change of the clocks and of shifts.
    pass(random, talk, random() < 0.05 ? 9 * HOUR : 45 * SECOND);
    const dice = random();
    if (dice < 0.02) return false;
    if (dice < 0.06) {
      add(talk, { what: 'end', by: 'visitor' });
      return true;
    }
    // At closing time.
    if (dice < 0.09 && talk.agent === null) {
      add(talk, { what: 'end', by: 'system' });
      return true;
    }
    if (dice < 0.17 && !talk.gone) {
      talk.gone = true;
      add(talk, { what: 'gone', how: random() < 0.5 ? 'lost' : 'left' });
    } else if (talk.agent === null) planQueue(random, talk, plan);
    else if (planService(random, talk, plan)) return true;
  }
  return false;
}

function planQueue(random: Random, talk: Talk, plan: HistoryPlan): void {
  const dice = random();
  if (dice < 0.2) say(talk);
  else if (dice < 0.35) add(talk, { what: 'auto-says' });
  else {
    talk.agent = pick(random, plan.agents);
    add(talk, { what: 'assign', agent: talk.agent });
  }
}

/** True where it ended. */
function planService(random: Random, talk: Talk, plan: HistoryPlan): boolean {
  const agent = talk.agent as number;
  const dice = random();
  if (dice < 0.4) {
    add(talk, { what: 'agent-says', agent });
    talk.answered = true;
    talk.waiting = false;
  } else if (dice < 0.7) say(talk);
  else if (dice < 0.76) {
    add(talk, { what: 'requeue' });
    talk.agent = null;
  } else if (dice < 0.82) {
    talk.agent = (agent + 1 + pick(random, plan.agents - 1)) % plan.agents;
    add(talk, { what: 'transfer', agent: talk.agent });
  } else if (dice < 0.84 && talk.answered && !talk.waiting) {
    add(talk, { what: 'end', by: 'system' });
    return true;
  } else if (dice < 0.96) {
    const named = ([undefined, undefined, 'resolved', 'unresolved', 'spam'] as const)[pick(random, 5)];
    add(talk, { what: 'end', by: 'agent', ...(named ? { named } : {}) });
    return true;
  }
  return false;
}

function say(talk: Talk): void {
  if (talk.gone) add(talk, { what: 'back' });
  talk.gone = false;
  add(talk, { what: 'visitor-says' });
  talk.waiting = true;
}

function add(talk: Talk, deed: Deed): void {
  talk.deeds.push({ at: talk.at, no: talk.no, deed });
}

/** Lengths as arrivals have them: many short, some long. */
function pass(random: Random, talk: Talk, meanMs: number): void {
  talk.at += Math.floor(-Math.log(1 - random()) * meanMs);
}

function pick(random: Random, choices: number): number {
  return Math.floor(random() * choices);
}

/** What would come after the end of the time looked at has not happened yet. */
function within(talk: Talk, plan: HistoryPlan): Happening[] {
  return talk.deeds.filter((happening) => happening.at < plan.to);
}
