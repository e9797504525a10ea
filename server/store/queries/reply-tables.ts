import type { Generated } from 'kysely';

/** Answers that are written once and used often (docs/replies.md). */
export interface ReplyTables {
  saved_reply: {
    id: string;
    shortcut: string;
    body: string;
    department_id: string | null;
    changed_at: number;
    /** Whose own it is; null: the team's. */
    owner_id: Generated<string | null>;
  };
}
