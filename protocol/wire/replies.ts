/** An answer that is written once and used often (docs/replies.md, V rules). */
export interface SavedReply {
  id: string;
  /** What one types after the slash: `refund`, `refund-late`. One of the team's, one of an agent's own. */
  shortcut: string;
  /** With variables in braces: `Hello {visitor.name|there}`. */
  body: string;
  /** For conversations of this department; null: for all. */
  departmentId: string | null;
  /** Mine alone: nobody else finds it (V4). */
  own?: boolean | undefined;
}
