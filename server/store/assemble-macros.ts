import type { Engine } from './engine.ts';
import type { MacroStore } from './macro-store.ts';
import * as macros from './queries/macros.ts';

/** Part of assemble-store.ts. */
export function macrosOf(engine: Engine): MacroStore {
  return {
    listMacros: () => engine.read(macros.listMacros, undefined),
    addMacro: (input) => engine.write(macros.addMacro, input),
    changeMacro: (input) => engine.write(macros.changeMacro, input),
    removeMacro: (id) => engine.write(macros.removeMacro, id),
    openMacroRun: (input) => engine.write(macros.openMacroRun, input),
    keepMacroSteps: (input) => engine.write(macros.keepMacroSteps, input),
  };
}
