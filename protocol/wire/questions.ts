import type { AgentCard } from './model.ts';

/** A question to a colleague or a department, asked inside a conversation that stays where it is (T15–T18 in docs/team.md). */
export interface Question {
  id: string;
  conversationId: string;
  /** Of the visitor, and of her site. */
  label: string;
  siteName: string;
  by: AgentCard;
  /** Whom it asks: somebody, or whoever is of a department. */
  to: AgentCard | null;
  department: { id: string; name: string } | null;
  /** How it begins, and where the whole of it stands in the team's own sequence. */
  text: string;
  number: number;
  askedAt: number;
  dueAt: number;
  state: 'open' | QuestionEnd;
  endedAt: number | null;
  endedBy: AgentCard | null;
  /** How the answer, or why there is none, begins; null where nothing was said. */
  answer: string | null;
  answerNumber: number | null;
  version: number;
}

export const QUESTION_ENDS = ['answered', 'declined', 'withdrawn'] as const;
export type QuestionEnd = (typeof QUESTION_ENDS)[number];

export type QuestionNews = 'asked' | QuestionEnd | 'overdue' | 'seen';

/** Either a colleague or a department. */
export interface QuestionIn {
  conversationId: string;
  clientId: string;
  agentId?: string | undefined;
  departmentId?: string | undefined;
  body: string;
  dueAt: number;
}

export interface QuestionEndIn {
  id: string;
  clientId: string;
  how: QuestionEnd;
  /** An answer has words; to decline or to withdraw needs none. */
  body?: string | undefined;
}

export interface QuestionList {
  at: number;
  questions: Question[];
}
