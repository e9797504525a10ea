import type { SkippedAgent, Why } from '../../../protocol/wire/why.ts';

/** R9 as it was stored. Undefined: it is not what this program writes, and one such line must not take the thread and the board with it. */
export function readWhy(stored: string): Why | undefined {
  const found = parse(stored);
  return isWhy(found) ? found : undefined;
}

/** Ids that were mentioned; of what cannot be read nobody was. */
export function readIds(stored: string): string[] {
  const found = parse(stored);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

const CHOICES: Record<Why['by'], true> = { least_share: true, longest_idle: true, round_robin: true, known: true };

function isWhy(found: unknown): found is Why {
  if (!isObject(found)) return false;
  const numbers = ['load', 'capacity', 'idleMs', 'waitedMs', 'priority', 'relaxed', 'skippedMore'];
  return (
    numbers.every((name) => Number.isFinite(found[name])) &&
    Object.hasOwn(CHOICES, String(found.by)) &&
    isListOf(found.skills, isSkill) &&
    (found.language === null || typeof found.language === 'string') &&
    isListOf(found.skipped, isSkipped)
  );
}

function isSkipped(found: unknown): found is SkippedAgent {
  if (!isObject(found) || typeof found.name !== 'string') return false;
  if (found.why !== 'lacks') return found.why === 'full' || found.why === 'missed';
  const { lack } = found;
  if (lack === 'site' || lack === 'department') return true;
  return isSkill(lack) || (isObject(lack) && typeof lack.language === 'string');
}

function isSkill(found: unknown): boolean {
  return isObject(found) && typeof found.skill === 'string' && Number.isFinite(found.level);
}

function isListOf(found: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(found) && found.every(isOne);
}

function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null;
}
