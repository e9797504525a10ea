import type { Refusal } from '../../protocol/wire/errors.ts';
import { peopleWords } from './strings-of-people.ts';

/** Why something about a person was not done. */
export function peopleProblem({ error, field }: Refusal): string {
  const { problems } = peopleWords;
  if (error === 'forbidden') return problems.forbidden;
  if (error === 'not_found') return problems.gone;
  if (error !== 'invalid_payload') return problems.failed;
  if (field === 'address') return problems.address;
  if (field === 'until') return problems.until;
  return field === 'fromId' ? problems.merge : problems.tooMuch;
}
