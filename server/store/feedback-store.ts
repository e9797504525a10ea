import type {
  FeedbackFilter,
  FeedbackLine,
  FollowUp,
  FollowUpCause,
  FollowUpOutcome,
  FollowUpPlace,
  KindWords,
} from '../../protocol/wire/feedback.ts';
import type { RatingMore } from '../../protocol/wire/front.ts';
import type { Outcome } from '../../protocol/wire/model.ts';
import type { FeedbackSettings } from '../../protocol/wire/rating-settings.ts';
import type { AskedCount } from '../domain/feedback/answers.ts';
import type { Followed, FollowedAlike } from '../domain/feedback/won-back.ts';
import type { AskedQuestion } from '../domain/feedback/wordings.ts';
import type { SiteFilter } from './business-store.ts';
import type { Period } from './changes.ts';
import type { EpisodePlace } from './fact-store.ts';

/** What visitors said, and what is made of it (docs/feedback.md). Part of the store (store.ts). */
export interface FeedbackStore {
  /** Open ones, the earliest due first, or done ones, the latest first; `all`: everybody's but others' snoozes. */
  listFollowUps(input: ListFollowUps): Promise<{ followUps: FollowUp[]; more: boolean }>;
  countFollowUps(input: Concerns & { now: number }): Promise<{ open: number; overdue: number }>;
  findFollowUp(id: string): Promise<FollowUp | undefined>;
  /** By hand. The same id by the same agent is a repeat, by anybody else a conflict. */
  addFollowUp(input: AddFollowUp): Promise<FollowUpAdded>;
  /** `done`: somebody ended it meanwhile. A new due time is told anew when it is over. */
  changeFollowUp(input: ChangeFollowUp): Promise<FollowUpWritten>;
  /** `done`: it had ended before; the first end stays. */
  endFollowUp(input: EndFollowUp): Promise<FollowUpWritten>;
  /** Open ones that are over their due time and of which nobody was told yet. */
  listOverdue(input: { now: number; limit: number }): Promise<string[]>;
  /** Each once: whoever is answered one has to tell its owner. */
  takeOverdue(input: { ids: string[]; now: number }): Promise<FollowUp[]>;
  /** One moment: what was made of it, and the lines of one filter. */
  readSaid(input: ReadSaid): Promise<SaidFacts>;
  /** What was said in these episodes, in any order. */
  listSaid(places: readonly EpisodePlace[]): Promise<SaidLine[]>;
  /** What was said without a name (K9): how often each score, by site and day. */
  countAnonymous(input: Period & SiteFilter): Promise<AnonymousCount[]>;
  /** The latest days first. */
  listAnonymous(input: AnonymousAsked & SiteFilter): Promise<AnonymousLine[]>;
  /** The owner's words as they were, of all sites, each site's oldest first (K10). */
  listQuestionWords(): Promise<KeptWords[]>;
  /** How often each answer was given without a name to the words of each time, on days of the period. */
  countAskedNameless(input: Period & SiteFilter): Promise<AskedCount[]>;
  listAskedNameless(input: ListAskedNameless): Promise<AnonymousLine[]>;
  /** Good ratings with a comment, of episodes that this agent served last. */
  listKindWords(input: { agentId: string; since: number; limit: number }): Promise<KindWords[]>;
}

interface Concerns {
  agentId: string;
  all: boolean;
}

export interface ListFollowUps extends Concerns {
  list: 'open' | 'done';
  after?: FollowUpPlace | undefined;
  limit: number;
}

/** What a rating, an end or an opening makes, in its own transaction (K1). */
export interface NewFollowUp {
  id: string;
  causes: FollowUpCause[];
  /** `agent`: who wrote most of the episode; nobody wrote: whoever directs. */
  owner: 'agent' | 'supervisor';
  dueAt: number;
}

export interface AddFollowUp {
  id: string;
  conversationId: string;
  kind: 'by_hand' | 'snooze';
  ownerId: string | null;
  byId: string;
  note: string | null;
  dueAt: number;
  /** Open ones by hand that a conversation may have. */
  max: number;
  at: number;
}

export type FollowUpAdded =
  | { result: 'added' | 'repeat'; followUp: FollowUp }
  | { result: 'not_found' | 'conflict' | 'too_many' };

export interface ChangeFollowUp {
  id: string;
  ownerId?: string | null | undefined;
  dueAt?: number | undefined;
}

export interface EndFollowUp {
  id: string;
  byId: string;
  outcome: FollowUpOutcome;
  note: string | null;
  at: number;
}

export type FollowUpWritten = { result: 'changed' | 'done'; followUp: FollowUp } | { result: 'not_found' };

/** What was said without a name (K9). */
export interface NewAnonymous {
  id: string;
  dayAt: number;
}

export interface ReadSaid extends Period {
  which: FeedbackFilter;
  limit: number;
  now: number;
  /** Episodes whose lines are wanted. */
  places: readonly EpisodePlace[];
}

export interface SaidFacts {
  /** All of the period, as kinds of them. */
  made: FollowedAlike[];
  due: FollowedAlike[];
  /** The latest of the figure that `which` names. */
  followed: Followed[];
  /** Of what was said without a name, as many as there are. */
  nameless: number;
  /** With a name and without, the latest first. */
  lines: SaidLine[];
}

/** `wordsFrom`: since when the words were in force that were asked. Without a name there is no place of its episode. */
export type SaidLine = Omit<FeedbackLine, 'asked'> & {
  siteId: string;
  wordsFrom: number;
  no: number | null;
  number: number | null;
};

export interface RateEpisode {
  conversationId: string;
  episode: number;
  score: number;
  comment: string | null;
  more?: RatingMore;
  /** An outcome that is one of `from` becomes `to` (M7). */
  corrected?: { from: readonly Outcome[]; to: Outcome } | undefined;
  /** `not_found` where there is an answer already. */
  once?: boolean;
  /** Without a name: the answer is kept apart from the episode, which only knows that there was one (K9). */
  anonymous?: NewAnonymous | undefined;
  /** Somebody has to look at it again (K1). */
  followUp?: NewFollowUp | undefined;
  at: number;
}

/** What was rated before stands. */
export interface RatedBefore {
  result: 'rated_before';
  seq: number;
  at: number;
}

/** Of one site and day (its noon, UTC). */
export interface AnonymousCount {
  siteId: string;
  dayAt: number;
  score: number;
  n: number;
}

export interface AnonymousAsked extends Period {
  scoreMin: number;
  scoreMax: number;
  limit: number;
  offset: number;
}

export interface AnonymousLine {
  siteId: string;
  siteName: string;
  /** Since when the words were in force that were asked. */
  wordsFrom: number;
  dayAt: number;
  score: number;
  comment: string | null;
  reasons: string[];
}

/** The words of the questions from an instant on; 0: from the beginning. */
export interface KeptWords {
  siteId: string;
  from: number;
  words: FeedbackSettings['words'];
}

export interface ListAskedNameless extends Period {
  siteId: string;
  question: AskedQuestion;
  /** Words that were in force since then, and until then. */
  since: number;
  until: number;
  limit: number;
  offset: number;
}
