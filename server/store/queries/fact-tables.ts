/** How an episode began: what figures are split by. Written with the episode; only its department moves, when somebody moves it. */
export interface OpeningTable {
  conversation_no: number;
  episode: number;
  department_id: string | null;
  language: string | null;
  /** Host and path of the page. */
  page: string | null;
  topic: string | null;
  /** JSON list: tags, and whether the visitor was here before. */
  segments: string;
  /** 1: it was closed then (H7). */
  closed_then: number;
  /** What the owner aimed at then (M10). */
  target_ms: number | null;
}

/** The same conversations as the measures of business look at them. */
export interface ContactPackTable {
  number: number;
  stamp: string;
  columns: Uint8Array;
}

/** Closed conversations by their numbers, in columns; derived, and made again at any time. */
export interface FactPackTable {
  number: number;
  change: number;
  stamp: string;
  opened_from: number;
  opened_to: number;
  episodes: number;
  waits: number;
  columns: Uint8Array;
}
