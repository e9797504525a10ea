import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Trouble } from '../model/translating.ts';
import { helpingWords as words } from './strings-of-helping.ts';
import { troubleOf } from './strings-of-outside.ts';

/** What an agent reads where a service, or the relay, did not do what was wanted. */
export function troubleWords(name: string, trouble: Trouble): string {
  return 'refusal' in trouble ? refusedWords(trouble.refusal.error) : troubleOf(name, trouble.trouble);
}

function refusedWords(error: ErrorCode): string {
  if (error === 'rate_limited') return words.tooOften;
  return error === 'not_found' || error === 'forbidden' ? words.off : words.notDone;
}
