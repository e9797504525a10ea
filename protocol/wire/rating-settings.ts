/** What visitors are asked when a chat has ended, and what becomes of bad answers (docs/feedback.md, K rules). */
export interface FeedbackSettings {
  /** "How easy was it?", 1 to 7 (K7). */
  asksEffort: boolean;
  /** "Would you recommend us?", 0 to 10 (K7). */
  asksRecommend: boolean;
  /** The visitor may answer without the team learning which chat it was (K9). */
  offersAnonymous: boolean;
  /** The owner's own questions by language tag; what is not said is asked in our words. */
  words: Record<string, QuestionWords>;
  followUp: FollowUpRule;
}

export interface QuestionWords {
  score?: string | undefined;
  effort?: string | undefined;
  recommend?: string | undefined;
}

/** What makes a follow-up (K1), for whom (K2), and until when (K3). */
export interface FollowUpRule {
  /** A score of this or less; null: no score does. */
  lowScoreMax: number | null;
  onUnresolved: boolean;
  onComplaint: boolean;
  /** `agent`: who wrote most of it; `supervisor`: whoever directs. */
  owner: 'agent' | 'supervisor';
  /** Within business hours. */
  dueInMs: number;
  /** Its owner and those who direct also get a mail, where mail is on. */
  mails: boolean;
}

export const FEEDBACK_DEFAULT: FeedbackSettings = {
  asksEffort: false,
  asksRecommend: false,
  offersAnonymous: false,
  words: {},
  followUp: {
    lowScoreMax: 2,
    onUnresolved: true,
    onComplaint: true,
    owner: 'agent',
    dueInMs: 8 * 3_600_000,
    mails: true,
  },
};

/** What visitors are told of it; absent fields are not set. */
export interface FrontRating {
  effort?: true | undefined;
  recommend?: true | undefined;
  anonymous?: true | undefined;
  words?: Record<string, QuestionWords> | undefined;
}
