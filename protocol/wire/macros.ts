import type { PlannedClose } from './composer.ts';
import type { ErrorCode } from './errors.ts';

/** One thing that a macro does (docs/composer.md). In the order in which they stand. */
export type MacroAction =
  /** Words on the conversation. */
  | { do: 'tag'; add: string[]; remove: string[] }
  /** To whoever runs it: picked from the queue, or taken over. */
  | { do: 'take' }
  /** Asks this colleague to take it over (T4). */
  | { do: 'transfer'; agentId: string }
  /** To the queue of this department. */
  | { do: 'move'; departmentId: string }
  /** To the visitor; with variables, as saved replies have. */
  | { do: 'reply'; body: string }
  | { do: 'note'; body: string }
  /** A reminder for whoever runs it. */
  | { do: 'snooze'; forMs: number }
  | { do: 'close'; outcome: PlannedClose };

/** Named actions that are done together. */
export interface Macro {
  id: string;
  name: string;
  /** For conversations of this department; null: for all. */
  departmentId: string | null;
  actions: MacroAction[];
}

/** What became of one action. After one that was refused the rest is not tried: an end must not follow an answer that failed. */
export interface MacroStep {
  do: MacroAction['do'];
  result: 'done' | 'refused' | 'skipped';
  error?: ErrorCode | undefined;
  hint?: string | undefined;
  /** Variables of a text, or tags that the team took off its list, that are not known here, so left out. */
  missing?: string[] | undefined;
}

export interface MacroIn {
  conversationId: string;
  macroId: string;
  clientId: string;
}

/** One for each action, in order. */
export interface MacroRun {
  steps: MacroStep[];
}
