import type { WordingFigure } from './measures.ts';
import type { AgentCard } from './model.ts';
import type { Csat } from './report.ts';

/** The gravest first. */
export const FOLLOW_UP_CAUSES = ['complaint', 'low_score', 'unresolved'] as const;
export type FollowUpCause = (typeof FOLLOW_UP_CAUSES)[number];

/** `done`: of one that was made by hand. */
export type FollowUpOutcome = 'won_back' | 'not_won_back' | 'no_answer' | 'done';

/** Something that somebody has promised to look at, until an instant. */
export interface FollowUp {
  id: string;
  conversationId: string;
  episode: number;
  /** `feedback`: what a visitor said or how it ended made it. `snooze`: a reminder for oneself. */
  kind: 'feedback' | 'by_hand' | 'snooze';
  /** Of `feedback`; the gravest first. */
  causes: FollowUpCause[];
  label: string;
  siteName: string;
  /** The rating as it is now. */
  score: number | null;
  comment: string | null;
  note: string | null;
  /** Null: whoever directs the team. */
  owner: AgentCard | null;
  /** Who made it by hand. */
  by: AgentCard | null;
  madeAt: number;
  dueAt: number;
  done: { at: number; by: AgentCard | null; outcome: FollowUpOutcome; note: string | null } | null;
  /** Rises with each change. */
  version: number;
}

export interface FollowUpPlace {
  at: number;
  id: string;
}

/** Open ones with the earliest due time first, or done ones with the latest first. */
export interface FollowUpList {
  at: number;
  followUps: FollowUp[];
  more: boolean;
  /** Of all that concern the one who asks. */
  open: number;
  overdue: number;
}

/** What visitors said, by kind. */
export const ANSWER_FILTERS = [
  'all',
  'low',
  'good',
  'unresolved',
  'complaint',
  'comment',
  'nameless',
  'effort',
  'recommend',
] as const;
export type AnswerFilter = (typeof ANSWER_FILTERS)[number];
/** What was made of it: follow-ups whose visitors have rated since or not (K5), and those that were due. */
export const FOLLOW_UP_FILTERS = ['heard', 'silent', 'due'] as const;
export type FollowUpFilter = (typeof FOLLOW_UP_FILTERS)[number];
export const FEEDBACK_FILTERS = [...ANSWER_FILTERS, ...FOLLOW_UP_FILTERS] as const;
export type FeedbackFilter = AnswerFilter | FollowUpFilter;

/** GET /api/v1/agent/feedback: what visitors said of the episodes that were opened in a period. */
export interface FeedbackReport {
  from: number;
  to: number;
  /** Of those who answered, so many did without a name (K9); they are in every figure. */
  anonymous: number;
  csat: Csat;
  effort: EffortFigure;
  recommend: RecommendFigure;
  /** The same answers by the words that were asked (K10). */
  wordings: WordingFigure[];
  followUps: FollowUpFigures;
  /** How many there are behind `lines`. */
  total: number;
  lines: FeedbackLine[];
}

/** CES: answers from 1 (very hard) to 7 (very easy); 5 and more count as easy. */
export interface EffortFigure {
  n: number;
  mean: number | null;
  easy: number;
  share: number | null;
  low: number | null;
  high: number | null;
  few: boolean;
}

/** NPS: promoters (9, 10) less detractors (0 to 6), as points from -100 to 100. */
export interface RecommendFigure {
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  points: number | null;
  low: number | null;
  high: number | null;
  few: boolean;
}

export interface PartOf {
  n: number;
  hits: number;
  share: number | null;
  low: number | null;
  high: number | null;
  few: boolean;
}

export interface FollowUpFigures {
  /** Made in the period because of what visitors said, or how it ended. */
  made: number;
  open: number;
  overdue: number;
  /** Of those whose visitors have rated since: the first such rating was good, or says that it is solved (K5). */
  wonBack: PartOf;
  /** Their visitors have said nothing since. */
  silent: number;
  /** What the team said of those that are done. */
  outcomes: Partial<Record<FollowUpOutcome, number>>;
  /** Done by their due time, of those that were due in the period. */
  kept: PartOf;
}

export interface FeedbackLine {
  /** Null: an anonymous answer. */
  conversationId: string | null;
  /** Of an anonymous answer: the noon of its day. */
  at: number;
  label: string | null;
  siteName: string;
  agentName: string | null;
  score: number | null;
  effort: number | null;
  recommend: number | null;
  solved: 'yes' | 'partly' | 'no' | null;
  reasons: string[];
  complaint: boolean;
  comment: string | null;
  /** The owner's words of each question that was answered, by language, as they were then; none: our own (K10). */
  asked: Partial<Record<WordingFigure['question'], Record<string, string>>>;
  followUp: { id: string; dueAt: number; doneAt: number | null; outcome: FollowUpOutcome | null } | null;
  /** Of a list of follow-ups: whether this one is a hit of the figure, won back or done by its due time. */
  isHit?: boolean | undefined;
}

/** What a visitor said well of a chat in which I wrote (K6). */
export interface KindWords {
  conversationId: string;
  at: number;
  label: string;
  score: number;
  comment: string;
}
