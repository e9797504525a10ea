import type { Question } from '../../../protocol/wire/questions.ts';

/** Part of tables.ts. */
export interface QuestionTables {
  question: {
    id: string;
    conversation_no: number;
    /** Of the note that asks. */
    number: number;
    by_id: string;
    to_id: string | null;
    department_id: string | null;
    asked_at: number;
    due_at: number;
    state: Question['state'];
    ended_at: number | null;
    ended_by: string | null;
    answer_number: number | null;
    told_at: number | null;
    seen_at: number | null;
    version: number;
  };
}
