import type {
  BusinessLine,
  BusinessList,
  BusinessPart,
  BusinessReport,
  BusinessSplit,
  Forecast,
  ForecastFilter,
} from '../../protocol/wire/business.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FeedbackFilter, FeedbackReport } from '../../protocol/wire/feedback.ts';
import type {
  Filter,
  MeasureRows,
  MeasuresPromised,
  MeasuresWordings,
  Question,
  RowsOf,
  Split,
  WordsRows,
} from '../../protocol/wire/measures.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { Period } from '../store/store.ts';

/** What conversations are narrowed to, but for their site. */
export type Narrowed = Partial<Record<Exclude<Filter, 'site'>, string | undefined>>;

export interface BusinessAsked extends Period, Narrowed {
  /** A site's key; undefined: all. */
  site?: string | undefined;
  /** Whose wall days, hours and months are read from; undefined: UTC. */
  zone?: string | undefined;
  /** Only orders that a site's server or its staff reported. */
  checked?: boolean | undefined;
}

export interface BusinessSplitAsked extends BusinessAsked {
  split: Split;
}

export interface BusinessRowsAsked extends BusinessAsked {
  of: BusinessList;
  /** One part of it: `key` as the report names the part. */
  by?: BusinessPart | undefined;
  key?: string | undefined;
  format?: string | undefined;
}

export interface ForecastAsked extends Pick<Narrowed, ForecastFilter> {
  /** A site's key or id; undefined: the only one, or all of them as if always open. */
  site?: string | undefined;
  /** Only what comes to this department, within its own hours and for its own target. */
  department?: string | undefined;
  /** Whose wall the hours are read from; undefined: that of the site's own calendar, or UTC. */
  zone?: string | undefined;
}

/** Hours of past weeks, the latest first; null: of all sites, of every department. */
export interface PastHours {
  siteId: string | null;
  departmentId: string | null;
  /** What they are narrowed to besides. */
  only: Partial<Record<Filter, string>>;
  spans: Period[];
}

/** All that was said of a period, and the latest `limit` of it. */
export interface FeedbackAsked extends Period {
  which: FeedbackFilter;
  limit: number;
}

/** Answers to a question while its words were the same (K10). */
export interface WordsAsked {
  question: Question;
  of: WordsRows;
  cursor: string | null;
  limit?: number | undefined;
}

/** Ranges that visitors were told (M17). */
export interface PromisedAsked {
  question: Question;
  linesMax: number;
}

/** The episodes behind a part of them. */
export interface PromisedRowsAsked {
  question: Question;
  of: RowsOf;
  cursor: string | null;
  limit?: number | undefined;
}

/** What is read of every conversation of a period: the question, and its answer. Values only, so that another thread can be asked. */
export interface BusinessTasks {
  report: [asked: BusinessAsked, answer: BusinessReport];
  splits: [asked: BusinessSplitAsked, answer: BusinessSplit];
  rows: [asked: BusinessRowsAsked, answer: { total: number; rows: BusinessLine[] }];
  forecast: [asked: ForecastAsked, answer: Forecast];
  pastHours: [asked: ForecastAsked & { at: number }, answer: PastHours];
  feedback: [asked: FeedbackAsked, answer: FeedbackReport];
  wordings: [asked: Question, answer: MeasuresWordings];
  wordRows: [asked: WordsAsked, answer: MeasureRows];
  promised: [asked: PromisedAsked, answer: MeasuresPromised];
  promisedRows: [asked: PromisedRowsAsked, answer: MeasureRows];
}
export type BusinessTask = keyof BusinessTasks;

export interface BusinessQuestion<Name extends BusinessTask = BusinessTask> {
  name: Name;
  asked: BusinessTasks[Name][0];
  agent: AgentProfile;
  now: number;
}

/** Where figures of business are worked out when it is not in this process (server/platform/business-process.ts). */
export interface BusinessDesk {
  /** Has everything at hand before somebody asks. */
  prepare(now: number): Promise<void>;
  ask<Name extends BusinessTask>(question: BusinessQuestion<Name>): Promise<Answer<BusinessTasks[Name][1]>>;
}
