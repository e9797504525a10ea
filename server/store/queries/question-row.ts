import { type Kysely, sql } from 'kysely';
import { QUESTION_TEXT_CHARS_MAX } from '../../../protocol/wire/limits-of-composer.ts';
import type { AgentCard } from '../../../protocol/wire/model.ts';
import type { Question } from '../../../protocol/wire/questions.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import type { Tables } from './tables.ts';

/** A question with all that people read of it. */
function questionLines(db: Kysely<Tables>) {
  return db
    .selectFrom('question')
    .innerJoin('conversation', 'conversation.no', 'question.conversation_no')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('team_entry as asked', (join) =>
      join
        .onRef('asked.conversation_no', '=', 'question.conversation_no')
        .onRef('asked.number', '=', 'question.number'),
    )
    .leftJoin('team_entry as said', (join) =>
      join
        .onRef('said.conversation_no', '=', 'question.conversation_no')
        .onRef('said.number', '=', 'question.answer_number'),
    )
    .leftJoin('agent as asker', 'asker.id', 'question.by_id')
    .leftJoin('agent as target', 'target.id', 'question.to_id')
    .leftJoin('agent as ender', 'ender.id', 'question.ended_by')
    .leftJoin('department', 'department.id', 'question.department_id')
    .selectAll('question')
    .select([
      'conversation.id as conversationId',
      'site.name as siteName',
      'visitor.label',
      'asked.body as text',
      'said.body as answer',
      'asker.name as askerName',
      'target.name as targetName',
      'ender.name as enderName',
      'department.name as departmentName',
    ]);
}

const byId = prepare<{ id: string }>()((db, p) => questionLines(db).where('question.id', '=', p.id));
const ofConversation = prepare<{ conversationId: string; limit: number }>()((db, p) =>
  questionLines(db)
    .where('conversation.id', '=', p.conversationId)
    .orderBy('question.asked_at', 'desc')
    .orderBy('question.id', 'desc')
    .limit(p.limit),
);
const own = prepare<{ agentId: string; limit: number }>()((db, p) =>
  questionLines(db)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('question.state', '=', sql.lit('open')),
          eb.or([
            eb('question.to_id', '=', p.agentId),
            eb('question.by_id', '=', p.agentId),
            eb(
              'question.department_id',
              'in',
              eb
                .selectFrom('agent_department')
                .select('agent_department.department_id')
                .where('agent_department.agent_id', '=', p.agentId),
            ),
          ]),
        ]),
        eb.and([
          eb('question.by_id', '=', p.agentId),
          eb('question.state', '<>', sql.lit('open')),
          eb('question.seen_at', 'is', null),
        ]),
      ]),
    )
    .orderBy('question.due_at')
    .orderBy('question.id')
    .limit(p.limit),
);

type Line = NonNullable<typeof byId.row>;

export function* findQuestion(id: string): Operation<Question | undefined> {
  const line = yield* row(byId, { id });
  return line && toQuestion(line);
}

export function* expectQuestion(id: string): Operation<Question> {
  const found = yield* findQuestion(id);
  if (!found) throw new Error(`The question ${id} was there a moment ago.`);
  return found;
}

export function* listQuestions(input: { conversationId: string; limit: number }): Operation<Question[]> {
  return (yield* rows(ofConversation, input)).map(toQuestion);
}

export function* listOwnQuestions(input: { agentId: string; limit: number }): Operation<Question[]> {
  return (yield* rows(own, input)).map(toQuestion);
}

function toQuestion(line: Line): Question {
  return {
    id: line.id,
    conversationId: line.conversationId,
    label: line.label,
    siteName: line.siteName,
    by: { id: line.by_id, name: line.askerName ?? '' },
    to: toCard(line.to_id, line.targetName),
    department: toCard(line.department_id, line.departmentName),
    text: (line.text ?? '').slice(0, QUESTION_TEXT_CHARS_MAX),
    number: line.number,
    askedAt: line.asked_at,
    dueAt: line.due_at,
    state: line.state,
    endedAt: line.ended_at,
    endedBy: toCard(line.ended_by, line.enderName),
    answer: line.answer?.slice(0, QUESTION_TEXT_CHARS_MAX) ?? null,
    answerNumber: line.answer_number,
    version: line.version,
  };
}

function toCard(id: string | null, name: string | null): AgentCard | null {
  return id === null ? null : { id, name: name ?? '' };
}
