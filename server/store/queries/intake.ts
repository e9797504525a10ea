import type { Intake } from '../../../protocol/wire/front.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insert = prepare<{ no: number; document: string }>()((db, p) =>
  db.insertInto('intake').values({ conversation_no: p.no, document: p.document }),
);
const find = prepare<{ conversationId: string }>()((db, p) =>
  db
    .selectFrom('intake')
    .innerJoin('conversation', 'conversation.no', 'intake.conversation_no')
    .select('intake.document')
    .where('conversation.id', '=', p.conversationId),
);

export function* keepIntake(no: number, intake: Intake): Operation<void> {
  yield* run(insert, { no, document: JSON.stringify(intake) });
}

export function* readIntake(conversationId: string): Operation<Intake | null> {
  const found = yield* row(find, { conversationId });
  return found ? (JSON.parse(found.document) as Intake) : null;
}
