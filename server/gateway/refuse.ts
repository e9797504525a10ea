import { type Refusal, refusal } from '../../protocol/wire/errors.ts';
import { UNAVAILABLE_RETRY_MS } from '../../protocol/wire/limits.ts';
import type { Schema } from './rows.ts';

/** Names, because the classes live in rooms that this one may not know: the store's and the hash queue's. */
const PASSING = new Set(['StoreUnavailable', 'Overloaded']);

/** What a person is told of an exception: nothing of its text, only whether waiting helps. */
export function refusalOf(error: unknown): Refusal {
  const isPassing = error instanceof Error && PASSING.has(error.name);
  return refusal(isPassing ? 'unavailable' : 'internal', { retryAfterMs: UNAVAILABLE_RETRY_MS });
}

export function tooFast(retryAfterMs: number): Refusal {
  return refusal('rate_limited', { retryAfterMs, hint: 'Too many at once. Wait, then go on where you were.' });
}

/** Checks one payload. The refusal names the field and what is wrong with it, never what was in it. */
export function parse<In>(schema: Schema<In>, payload: unknown): { ok: true; input: In } | Refusal {
  const checked = schema.safeParse(payload);
  if (checked.success) return { ok: true, input: checked.data };
  const issue = checked.error.issues[0];
  return refusal('invalid_payload', {
    ...(issue && issue.path.length > 0 ? { field: issue.path.map(String).join('.') } : {}),
    hint: issue?.message ?? 'The payload does not have the documented form.',
  });
}
