import { numbersOf } from './list-of.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

const byNos = prepare<{ nos: string }>()((db, p, dialect) =>
  db
    .selectFrom('conversation')
    .select(['no', 'id'])
    .where('no', 'in', numbersOf(p.nos, dialect) as never),
);

export function* listConversationIds(nos: readonly number[]): Operation<{ no: number; id: string }[]> {
  return yield* rows(byNos, { nos: JSON.stringify(nos) });
}
