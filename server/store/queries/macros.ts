import { BASIS } from '../../../protocol/kit/basis.ts';
import { MACROS_MAX } from '../../../protocol/wire/limits-of-composer.ts';
import type { Macro, MacroAction, MacroStep } from '../../../protocol/wire/macros.ts';
import type { Based } from '../changes.ts';
import type { OpenedMacroRun, OpenMacroRun } from '../macro-store.ts';
import { lockConversation } from './conversation-row.ts';
import { isAnother } from './is-another.ts';
import { count, insertOne, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';
import { unlessKnown } from './unless-known.ts';

type Written = Omit<Macro, 'actions'> & { actions: string; at: number };

const all = prepare()((db) =>
  db
    .selectFrom('macro')
    .leftJoin('department', (join) =>
      join.onRef('department.id', '=', 'macro.department_id').on('department.removed_at', 'is', null),
    )
    .select(['macro.id', 'macro.name', 'macro.actions', 'department.id as departmentId'])
    .orderBy('macro.name')
    .limit(MACROS_MAX),
);
const countAll = prepare()((db) => db.selectFrom('macro').select((eb) => eb.fn.countAll<number>().as('n')));
const insert = prepare<Written>()((db, p, dialect) =>
  unlessKnown(
    db
      .insertInto('macro')
      .values({ id: p.id, name: p.name, department_id: p.departmentId, actions: p.actions, changed_at: p.at }),
    dialect,
  ),
);
const named = prepare<{ name: string }>()((db, p) => db.selectFrom('macro').select('id').where('name', '=', p.name));
const change = prepare<Written>()((db, p) =>
  db
    .updateTable('macro')
    .set({ name: p.name, department_id: p.departmentId, actions: p.actions, changed_at: p.at })
    .where('id', '=', p.id),
);
const remove = prepare<{ id: string }>()((db, p) => db.deleteFrom('macro').where('id', '=', p.id));
const insertRun = prepare<{
  agentId: string;
  clientId: string;
  no: number;
  macroId: string;
  actions: string;
  at: number;
}>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('macro_run').values({
      agent_id: p.agentId,
      client_id: p.clientId,
      conversation_no: p.no,
      macro_id: p.macroId,
      actions: p.actions,
      steps: '[]',
      at: p.at,
    }),
    dialect,
  ),
);
const runOf = prepare<{ agentId: string; clientId: string }>()((db, p) =>
  db
    .selectFrom('macro_run')
    .innerJoin('conversation', 'conversation.no', 'macro_run.conversation_no')
    .select(['conversation.id as conversationId', 'macro_id as macroId', 'actions', 'steps'])
    .where('macro_run.agent_id', '=', p.agentId)
    .where('macro_run.client_id', '=', p.clientId),
);
const keep = prepare<{ agentId: string; clientId: string; steps: string }>()((db, p) =>
  db
    .updateTable('macro_run')
    .set({ steps: p.steps })
    .where('agent_id', '=', p.agentId)
    .where('client_id', '=', p.clientId),
);
const forget = prepare<{ before: number }>()((db, p) => db.deleteFrom('macro_run').where('at', '<', p.before));

export function* listMacros(): Operation<Macro[]> {
  const found = yield* rows(all, {});
  return found.map(({ actions, ...macro }) => ({ ...macro, actions: JSON.parse(actions) as MacroAction[] }));
}

export function* addMacro(input: Macro & { at: number }): Operation<'added' | 'taken' | 'too_many'> {
  // First: changes of what owners set come one after another, so that the looks below can be trusted.
  yield* touchPlan();
  if (Number((yield* row(countAll, {}))?.n ?? 0) >= MACROS_MAX) return 'too_many';
  return (yield* insertOne(insert, toWritten(input))) ? 'added' : 'taken';
}

export function* changeMacro({
  basedOn,
  ...input
}: Macro & Based & { at: number }): Operation<'changed' | 'taken' | 'not_found' | 'stale'> {
  yield* touchPlan();
  if (basedOn !== undefined) {
    const now = (yield* listMacros()).find(({ id }) => id === input.id);
    if (isAnother(now, BASIS.macro, basedOn)) return 'stale';
  }
  const other = yield* row(named, { name: input.name });
  if (other && other.id !== input.id) return 'taken';
  return (yield* count(change, toWritten(input))) === 1 ? 'changed' : 'not_found';
}

export function* removeMacro(id: string): Operation<'removed' | 'not_found'> {
  return (yield* count(remove, { id })) === 1 ? 'removed' : 'not_found';
}

export function* openMacroRun(input: OpenMacroRun): Operation<OpenedMacroRun> {
  const { agentId, clientId, conversationId, macroId, at } = input;
  // The lock makes two that are sent at once wait for each other.
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const actions = JSON.stringify(input.actions);
  if (yield* insertOne(insertRun, { agentId, clientId, no: state.no, macroId, actions, at })) {
    yield* run(forget, { before: input.forgetBefore });
    return { result: 'open', actions: input.actions, steps: [] };
  }
  const before = yield* row(runOf, { agentId, clientId });
  if (!before) throw new Error('A run was refused as a repeat, but there is no first one.');
  if (before.conversationId !== conversationId || before.macroId !== macroId) return { result: 'conflict' };
  const steps = JSON.parse(before.steps) as MacroStep[];
  return { result: 'open', actions: JSON.parse(before.actions) as MacroAction[], steps };
}

export function* keepMacroSteps(input: { agentId: string; clientId: string; steps: MacroStep[] }): Operation<void> {
  yield* run(keep, { ...input, steps: JSON.stringify(input.steps) });
}

function toWritten({ actions, ...macro }: Macro & { at: number }): Written {
  return { ...macro, actions: JSON.stringify(actions) };
}
