import type { Outcome, Party } from '../../../protocol/wire/model.ts';
import type { GoneHow } from './gone.ts';

/** What the store keeps of some conversations, as it is stored. By conversation, episode and begin, ascending. */
export interface Facts {
  episodes: EpisodeRowOfFacts[];
  waits: WaitRow[];
  assignments: AssignmentRow[];
  /** Of rated episodes: who of the team wrote how much. */
  written: { no: number; episode: number; agentId: string; messages: number }[];
  /** Resolved ones after which the same person came with another conversation, soon and on the same topic (M8). */
  again: { no: number; episode: number }[];
  /** The first range of waiting that was told in an episode (M15). */
  promises: PromiseRow[];
}

export interface EpisodeRowOfFacts {
  no: number;
  episode: number;
  siteId: string;
  departmentId: string | null;
  language: string | null;
  page: string | null;
  stage: string | null;
  topic: string | null;
  /** JSON list. */
  segments: string;
  /** JSON list. */
  tags: string;
  closedThen: number;
  targetMs: number | null;
  openedAt: number;
  closedAt: number | null;
  closedBy: Party | 'system' | null;
  /** Her last connection went then, and was not seen again before the end. */
  goneAt: number | null;
  goneHow: GoneHow | null;
  outcome: Outcome | null;
  score: number | null;
  solved: string | null;
  /** 1: said with the rating or, of what opened the conversation, in the form. */
  complaint: number;
  lastAgentId: string | null;
  /** Whose it is: `s:` and the site's own id of somebody, or `v:` and the profile that stands for a visitor (J8). */
  person: string;
  firstResponseMs: number | null;
  ratedAt: number | null;
  /** Since when the words were in force that were asked (K10). */
  wordsFrom: number;
  effort: number | null;
  recommend: number | null;
  /** 1: something was written with the rating. */
  commented: number;
  /** Of the conversation, where this is its current episode and it is open: the wait that runs. */
  running: { startedAt: number; startedSeq: number; queueMs: number } | null;
  /** It waits in the queue since then; null: it does not. */
  queuedSince: number | null;
}

export interface WaitRow {
  no: number;
  episode: number;
  startedSeq: number;
  first: number;
  startedAt: number;
  lengthMs: number;
  queueMs: number;
  end: 'answered' | 'abandoned';
  agentId: string | null;
}

export interface AssignmentRow {
  no: number;
  agentId: string;
  at: number;
  endedAt: number | null;
  endReason: string | null;
}

export interface PromiseRow {
  no: number;
  episode: number;
  at: number;
  highMs: number;
}
