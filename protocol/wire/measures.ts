import type { RatingMore } from './front.ts';
import type { Outcome } from './model.ts';
import type { Csat, EpisodeLine, PromisedLine, PromisedWaits, Spread } from './report.ts';

/** The figures of docs/measures.md over HTTP (GET /api/v1/agent/measures/…). Definitions: M ids there; this is their shape. */

/** What figures can be split by. Of `segment` and `tag` an episode may be in several, so that their sum is more than the total. */
export const SPLITS = [
  'site',
  'department',
  'agent',
  'segment',
  'stage',
  'language',
  'page',
  'topic',
  'outcome',
  'cause',
  'score',
  'hour',
  'weekday',
  'day',
  'month',
  'tag',
] as const;
export type Split = (typeof SPLITS)[number];

/** What figures can be narrowed to; an empty text means "none". */
export const FILTERS = [
  ...(['site', 'department', 'agent', 'segment', 'stage', 'language', 'page', 'topic', 'tag'] as const),
  ...(['outcome', 'cause', 'score', 'hour', 'weekday', 'day', 'month'] as const),
] as const;
export type Filter = (typeof FILTERS)[number];

/** Why a visitor went away without having been served (M7). */
export const CAUSES = ['queue_too_long', 'agent_silent', 'page_left', 'connection_lost', 'outside_hours'] as const;
export type Cause = (typeof CAUSES)[number];

/** By whose clock lengths are counted: every clock on the wall, or only what lay within the hours then in force (M11). */
export type MeasureClock = 'calendar' | 'business';

/** Episodes opened at or after `from` and before `to`, ms. */
export interface Question extends Partial<Record<Filter, string>> {
  from: number;
  to: number;
  /** IANA; days, hours and weekdays are those of this zone. */
  zone: string;
  clock: MeasureClock;
  /** Another aim for M10 than the one that was set when the episode began. */
  targetMs?: number | undefined;
}

/** Figures by which the rows behind them are asked for (`of`). */
export const ROWS_OF = [
  'episodes',
  'answered',
  'unanswered',
  'abandoned',
  'open',
  'ended',
  'rated',
  'satisfied',
  'firstResponse',
  'response',
  'queue',
  'resolution',
  'handling',
  'serviceLevel',
  'served',
  'missed',
  'firstContact',
  'solvedFirst',
  'firstContactUnknown',
  'reopenable',
  'reopened',
  'reopenedUnknown',
  'complaints',
  'complaintsSolved',
  'complaintsUnknown',
  'complaintTime',
] as const;
/** Besides these: `outcome:resolved` and so on, `cause:agent_silent` and so on, `score:4`: the ratings of that many stars, and those below. */
export type RowsOf =
  | (typeof ROWS_OF)[number]
  | `outcome:${Outcome}`
  | `cause:${Cause}`
  | WordsRows
  | PromisedRows
  | `score:${number}`
  | StretchRows;
/** The answers to one question while its words were the same: the question, and since when they were in force (K10). */
export type WordsRows = `words:${'score' | 'effort' | 'recommend'}-${number}`;

/** Ranges that visitors were told, of those whom an agent then took over: all, or how it came out (M17). */
export type PromisedRows = `promised:${(typeof PROMISED_PARTS)[number]}`;
export const PROMISED_PARTS = ['all', 'inside', 'shorter', 'longer'] as const;

/** The lengths of one bin of a histogram: from so many ms up to, not including, so many (none: without an end). */
export type StretchRows = `${HistogramOf}:${StretchPart}-${number}-${number | ''}`;
export type HistogramOf = 'firstResponse' | 'response' | 'queue' | 'resolution' | 'handling';
/** Those that ended with an answer, those that did not, or both. */
export type StretchPart = 'all' | 'answered' | 'unanswered';

/** hits / n with Wilson's 95 % interval. */
export interface Share {
  hits: number;
  n: number;
  share: number | null;
  low: number | null;
  high: number | null;
  /** Fewer than CSAT_ANSWERS_MIN: say so beside the number. */
  few: boolean;
}

/** `unknown`: too young to tell, in neither part. */
export interface KnownShare extends Share {
  unknown: number;
}

/** Percentiles with the interval of the median; `error` is how far a length may be off, as a share (0: exact). */
export interface Lengths extends Spread {
  p50LowMs: number | null;
  p50HighMs: number | null;
  few: boolean;
  error: number;
}

/** Satisfaction; of one agent each answer counts by her share of the team's messages, and `credited` is their sum. */
export interface Satisfaction extends Csat {
  credited: number;
  /** How many of the answers were given without a name (K9); null: nobody knows, so none of them is in this figure. */
  anonymous: number | null;
}

/** The figures of some episodes. Each names its measure in docs/measures.md. */
export interface Measures {
  episodes: number;
  answered: number;
  abandoned: number;
  open: number;
  ended: number;
  /** M2, by the clock of the wall and within hours; the second is null where no hours were ever set. So are those below. */
  firstResponse: Lengths;
  firstResponseInHours: Lengths | null;
  /** M3 */
  response: Lengths;
  responseInHours: Lengths | null;
  /** M1 without the part that passed in the queue. */
  responseWithoutQueue: Lengths;
  /** M4 */
  queue: Lengths;
  queueInHours: Lengths | null;
  /** M5 */
  resolution: Lengths;
  resolutionInHours: Lengths | null;
  handling: Lengths;
  /** M10, by the clock that was asked for. */
  serviceLevel: Share;
  /** M6, and who answered of those who could have. */
  csat: Satisfaction;
  responseRate: Share;
  /** M7 */
  outcomes: Partial<Record<Outcome, number>>;
  causes: Partial<Record<Cause, number>>;
  /** Of the ended ones. */
  abandonedShare: Share;
  resolvedShare: Share;
  /** M8 */
  firstContact: KnownShare;
  reopened: KnownShare;
  /** M9, and how long they took. */
  complaints: KnownShare;
  complaintTime: Lengths;
}

/** When it was worked out, and until when waits that still run were counted. */
export interface Asked {
  question: Question;
  at: number;
}

export interface MeasuresSummary extends Asked {
  measures: Measures;
  /** The same of another period, and what lies between them; only where it was asked for. */
  against?: MeasuresAgainst | undefined;
}

export interface MeasuresAgainst {
  question: Question;
  measures: Measures;
  /** So many episodes (or answers without a name, if those are more) count in both periods, as these overlap. */
  shared: number;
  differences: Differences;
}

/**
 * This period less the other one, with a 95 % interval (docs/measures.md); null where one of the two is not known. The interval is that of
 * two samples that have nothing to do with each other, and so null where something counts in both.
 */
export interface Difference {
  value: number;
  low: number | null;
  high: number | null;
}

export interface Differences {
  /** Of the medians, ms. */
  firstResponse: Difference | null;
  response: Difference | null;
  queue: Difference | null;
  resolution: Difference | null;
  handling: Difference | null;
  /** Of the shares. */
  serviceLevel: Difference | null;
  csat: Difference | null;
  abandonedShare: Difference | null;
  resolvedShare: Difference | null;
  firstContact: Difference | null;
  reopened: Difference | null;
  complaints: Difference | null;
  complaintTime: Difference | null;
}

export interface MeasureGroup {
  /** An id, a tag, a day …; empty: none. */
  key: string;
  /** As people know it: the name of a site, a department, an agent; otherwise the key. */
  name: string;
  /** A department that was removed, a site that is retired: another one may have its name by now. */
  isGone?: true | undefined;
  measures: Measures;
}

export interface MeasuresSplit extends Asked {
  split: Split;
  /** The largest first; days, hours, weekdays and months in their order. */
  groups: MeasureGroup[];
  total: Measures;
  /** There were more groups than MEASURE_GROUPS_MAX: the smaller ones stand together here. */
  rest: Measures | null;
  /** An episode may be in several groups. */
  overlapping: boolean;
  /** Where the question is narrowed to one group of this split: its name, also where nothing of it lies in the period. */
  narrowedTo: string | null;
}

/** When people come and how soon they were answered: hour × weekday. */
export interface MeasuresHeat extends Asked {
  cells: HeatCell[];
}

export interface HeatCell {
  /** 1 is Monday. */
  weekday: number;
  hour: number;
  n: number;
  answered: number;
  p50Ms: number | null;
  p90Ms: number | null;
}

export interface MeasuresSeries extends Asked {
  by: 'hour' | 'day' | 'week';
  points: SeriesPoint[];
}

export interface SeriesPoint {
  at: number;
  until: number;
  episodes: number;
  answered: number;
  abandoned: number;
  abandonedShare: Share;
  firstResponse: Lengths;
  csat: Satisfaction;
  outcomes: Partial<Record<Outcome, number>>;
}

/** How many waits were how long: bin i holds those from edgesMs[i] up to, not including, edgesMs[i + 1]; the last one is open. */
export interface MeasuresHistogram extends Asked {
  of: HistogramOf;
  edgesMs: number[];
  answered: number[];
  /** Ended or still running without it: at least so long. */
  unanswered: number[];
}

/** The rows behind a figure, the latest first. */
export interface MeasureRows extends Asked {
  of: RowsOf;
  /** The figure's n; of waits there may be several in one episode. */
  total: number;
  rows: MeasureRow[];
  /** Behind figures of ratings: what was said without a name, after all rows; part of the total. */
  nameless: NamelessRow[];
  /** To ask for the next page with; null: that was all. */
  next: string | null;
}

export interface MeasureRow extends EpisodeLine {
  /** The length, where the figure is one of lengths; whether that is only "longer than". */
  ms: number | null;
  isLonger: boolean;
  /** Of a rating: the reasons that were ticked, whether it was solved, and who of the team wrote how much (M6). */
  reasons: string[];
  solved: RatingMore['solved'] | null;
  shares: AgentShare[];
  /** Of a rating: the owner's words of the question, by language, as they were when it was given; none: our own (K10). */
  asked: Record<string, string>;
}

export interface AgentShare {
  name: string;
  /** 0 to 1, of the team's messages in the episode. */
  share: number;
}

/** Nothing here leads to a conversation (K9). */
export interface NamelessRow {
  siteName: string;
  /** Noon of its day, UTC. */
  dayAt: number;
  score: number;
  comment: string | null;
  reasons: string[];
  asked: Record<string, string>;
}

/** GET …/measures/wordings: the answers to each question by the words that were asked (K10). */
export interface MeasuresWordings extends Asked {
  /** Null: answers cannot be narrowed so. */
  wordings: WordingFigure[] | null;
}

export interface WordingFigure {
  question: 'score' | 'effort' | 'recommend';
  siteId: string;
  siteName: string;
  /** When the words began to be asked; 0: from the beginning. */
  since: number;
  /** When they ceased to be; null: they are still. */
  until: number | null;
  /** The owner's, by language; whoever speaks another one was asked in our own words. */
  words: Record<string, string>;
  n: number;
  /** As K8 counts it: a share, or of `recommend` points; with its 95 % interval. */
  value: number | null;
  low: number | null;
  high: number | null;
  few: boolean;
}

/** GET …/measures/promised: M17, told against true. The latest lines; the file holds all. */
export interface MeasuresPromised extends Asked {
  /** Null: what was told cannot be narrowed so. */
  promised: PromisedWaits | null;
  /** There were more than REPORT_PROMISES_MAX: these are the latest. */
  isCut: boolean;
  lines: PromisedLine[];
}

/** Today so far beside the same weekday's usual, for the board. */
export interface MeasuresToday {
  at: number;
  from: number;
  today: { episodes: number; firstResponse: Lengths; queue: Lengths };
  /** Medians over the same weekdays before, up to the same time of day; `days` of them had any. */
  usual: { days: number; episodes: number | null; firstResponseP50Ms: number | null; queueP50Ms: number | null };
}
