import type { Question, QuestionEnd } from '../../protocol/wire/questions.ts';
import type { NoteAdded } from './team-store.ts';

/** Questions to colleagues (T15–T18 in docs/team.md). Part of the store (store.ts). */
export interface QuestionStore {
  /** With its note, in one transaction. The same id by the same agent is a repeat, by anybody else a conflict. */
  addQuestion(input: AddQuestion): Promise<QuestionAdded>;
  findQuestion(id: string): Promise<Question | undefined>;
  /** With the note that answers it. `over`: it had ended before, and stays as it ended. */
  endQuestion(input: EndQuestion): Promise<QuestionEnded>;
  /** Of a conversation, the latest first. */
  listQuestions(input: { conversationId: string; limit: number }): Promise<Question[]>;
  /** Open ones by or to this agent or her departments, and ended ones of hers that she has not seen. */
  listOwnQuestions(input: { agentId: string; limit: number }): Promise<Question[]>;
  /** Answers which ones that were. */
  seeQuestions(input: { agentId: string; conversationId: string; at: number }): Promise<Question[]>;
  /** Over their time, and told to nobody yet. */
  listLateQuestions(input: { now: number; limit: number }): Promise<string[]>;
  /** Those of them that nobody else has told meanwhile. */
  takeLateQuestions(input: { ids: string[]; now: number }): Promise<Question[]>;
}

export interface AddQuestion {
  id: string;
  conversationId: string;
  byId: string;
  toId: string | null;
  departmentId: string | null;
  body: string;
  dueAt: number;
  /** Open ones in this conversation. */
  max: number;
  at: number;
}

export type QuestionAdded =
  | { result: 'added'; question: Question; note: NoteAdded }
  | { result: 'repeat'; question: Question }
  | { result: 'not_found' | 'conflict' | 'too_many' };

export interface EndQuestion {
  id: string;
  how: QuestionEnd;
  byId: string;
  /** Of the note. */
  clientId: string;
  /** Null: without a word. */
  body: string | null;
  at: number;
}

export type QuestionEnded =
  | { result: 'ended'; question: Question; note: NoteAdded | null }
  | { result: 'over'; question: Question }
  | { result: 'not_found' | 'conflict' };
