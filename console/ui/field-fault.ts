import type { Refusal } from '../../protocol/wire/errors.ts';
import { settingsWords } from './strings-of-settings.ts';

/** Whether the relay named this field, or a part of it. */
export function isIn(problem: Refusal | null, field: string): boolean {
  const named = problem?.error === 'invalid_payload' ? problem.field : undefined;
  return named === field || (named?.startsWith(`${field}.`) ?? false);
}

/** What is wrong with a name: it is none, or somebody has it. */
export function nameFault(problem: Refusal | null, name: string, max: number): string | null {
  if (!isIn(problem, 'name')) return null;
  const { problems } = settingsWords;
  return name.trim() === '' || name.trim().length > max ? problems.name(max) : problems.nameTaken;
}
