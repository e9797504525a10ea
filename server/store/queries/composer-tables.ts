import type { Draft, HeldBecause, PlannedClose } from '../../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../../protocol/wire/errors.ts';

/** Part of tables.ts. Each row hangs on a conversation: whoever erases one erases these first (erase-composed.ts). */
export interface ComposerTables {
  draft: { agent_id: string; conversation_no: number; kind: Draft['kind']; body: string; version: number };
  planned_message: PlannedTable;
  /** `actions` and `steps`: JSON lists. */
  macro: { id: string; name: string; department_id: string | null; actions: string; changed_at: number };
  macro_run: MacroRunTable;
  mention: { agent_id: string; conversation_no: number; number: number; at: number; seen_at: number | null };
}

export interface PlannedTable {
  id: string;
  conversation_no: number;
  agent_id: string;
  body: string;
  made_at: number;
  send_at: number;
  /** The last entry that its author could know. */
  base_seq: number;
  close_as: PlannedClose | null;
  /** `closing`: it was sent, and the end that goes with it is still to be done. `unclosed`: that was refused, and its author has not put it away. */
  state: 'waiting' | 'held' | 'closing' | 'unclosed' | 'sent' | 'cancelled';
  /** Of an unclosed one: why. */
  held: HeldBecause | ErrorCode | null;
  version: number;
}

export interface MacroRunTable {
  client_id: string;
  agent_id: string;
  conversation_no: number;
  macro_id: string;
  /** As they were when it began. */
  actions: string;
  steps: string;
  at: number;
}
