import { REPORT_FILE_ROWS_MAX } from '../../protocol/wire/report-limits.ts';
import type { Done } from '../usecases/context.ts';
import { refused } from '../usecases/finish.ts';

/** Nobody sees of a file that something was left out: one that would not hold all its lines is refused, with what to do (S14). */
export function wholeFile<Out extends { total: number }>(done: Done<Out>, format: unknown): Done<Out> {
  const { answer } = done;
  if (format !== 'csv' || !answer.ok || answer.value.total <= REPORT_FILE_ROWS_MAX) return done;
  const hint = `There are ${answer.value.total} lines, and a file holds ${REPORT_FILE_ROWS_MAX} at most. Ask for a shorter period.`;
  return refused('too_large', { hint });
}
