/** A list that somebody has put together; `place` is what stands behind the `?` of its address (U6). */
export interface SavedViewTable {
  id: string;
  agent_id: string;
  /** 1: the team's. */
  shared: number;
  name: string;
  place: string;
  position: number;
  changed_at: number;
}
