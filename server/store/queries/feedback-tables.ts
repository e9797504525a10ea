import type { FollowUp, FollowUpOutcome } from '../../../protocol/wire/feedback.ts';

/** Part of tables.ts. */
export interface FollowUpTable {
  id: string;
  conversation_no: number;
  episode: number;
  kind: FollowUp['kind'];
  /** JSON list. */
  causes: string;
  owner_id: string | null;
  by_id: string | null;
  note: string | null;
  made_at: number;
  due_at: number;
  /** When its owner was told that it is overdue. */
  told_at: number | null;
  done_at: number | null;
  done_by: string | null;
  outcome: FollowUpOutcome | null;
  done_note: string | null;
  version: number;
}

/** What was said without a name: nothing here leads to a conversation (K9). */
export interface AnonymousAnswerTable {
  id: string;
  site_id: string;
  /** Noon, UTC, of the day on which the episode was opened. */
  day_at: number;
  score: number;
  comment: string | null;
  reasons: string | null;
  solved: string | null;
  effort: number | null;
  recommend: number | null;
  /** Since when the words of the questions were in force that were asked (K10). */
  words_from: number;
}

/** The owner's words for the questions after a chat, from an instant on (K10). JSON. */
export interface QuestionWordsTable {
  site_id: string;
  valid_from: number;
  document: string;
}
