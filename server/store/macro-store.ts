import type { Macro, MacroAction, MacroStep } from '../../protocol/wire/macros.ts';
import type { Based } from './changes.ts';

/** Macros and their runs (docs/composer.md). Part of the store (store.ts). */
export interface MacroStore {
  /** By name. One of a department that is gone is for all. */
  listMacros(): Promise<Macro[]>;
  addMacro(input: Macro & { at: number }): Promise<'added' | 'taken' | 'too_many'>;
  changeMacro(input: Macro & Based & { at: number }): Promise<'changed' | 'taken' | 'not_found' | 'stale'>;
  removeMacro(id: string): Promise<'removed' | 'not_found'>;
  /** A run of this agent under this id: made, or as it was left. `conflict`: the id names another run. */
  openMacroRun(input: OpenMacroRun): Promise<OpenedMacroRun>;
  /** After each action, so that a run that was cut off goes on where it stood. */
  keepMacroSteps(input: { agentId: string; clientId: string; steps: MacroStep[] }): Promise<void>;
}

export interface OpenMacroRun {
  agentId: string;
  clientId: string;
  conversationId: string;
  macroId: string;
  /** As they are now: a change of the macro changes no run under way. */
  actions: MacroAction[];
  at: number;
  /** Runs before it are forgotten. */
  forgetBefore: number;
}

export type OpenedMacroRun =
  | { result: 'open'; actions: MacroAction[]; steps: MacroStep[] }
  | { result: 'not_found' | 'conflict' };
