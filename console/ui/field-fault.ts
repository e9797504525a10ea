import type { Refusal } from '../../protocol/wire/errors.ts';
import { settingsWords } from './strings-of-settings.ts';

/** Whether the relay named this field, or a part of it. */
export function isIn(problem: Refusal | null, field: string): boolean {
  const named = problem?.error === 'invalid_payload' ? problem.field : undefined;
  return named === field || (named?.startsWith(`${field}.`) ?? false);
}

/** What is wrong with a name: it is none, holds what cannot be shown, or somebody has it. */
export function nameFault(problem: Refusal | null, name: string, max: number): string | null {
  if (!isIn(problem, 'name')) return null;
  const { problems } = settingsWords;
  if (name.trim() === '' || name.trim().length > max) return problems.name(max);
  return /\p{Cc}/u.test(name) ? problems.unseen : problems.nameTaken;
}
