import type { Module, Violation } from './modules.ts';
import { findBarrels } from './rules/barrels.ts';
import { findHiddenClocks } from './rules/clocks.ts';
import { findCycles } from './rules/cycles.ts';
import { findDishonestTests } from './rules/honest-tests.ts';
import { findLongCode } from './rules/lengths.ts';
import { findPoorNames } from './rules/names.ts';
import { findServerCodeInBrowsers } from './rules/reach.ts';
import { findForbiddenImports } from './rules/rights.ts';
import { findWordsReadEarly } from './rules/words.ts';

const RULES = [
  findForbiddenImports,
  findCycles,
  findBarrels,
  findServerCodeInBrowsers,
  findHiddenClocks,
  findPoorNames,
  findLongCode,
  findDishonestTests,
  findWordsReadEarly,
];

/** All rules over all modules; one line for each violation, as an editor can jump to it. */
export function checkTree(modules: Module[]): string[] {
  return RULES.flatMap((rule) => rule(modules)).map(asLine);
}

function asLine(violation: Violation): string {
  return `${violation.path}:${violation.line} ${violation.message}`;
}
