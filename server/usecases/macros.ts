import type { Nothing } from '../../protocol/wire/events.ts';
import { MACROS_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { Macro } from '../../protocol/wire/macros.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { findMacroFault } from '../domain/composer/check-macro.ts';
import type { Based } from '../store/changes.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Owners, admins and supervisors write macros.' };
const TAKEN = { field: 'name', hint: 'Another macro has this name.' };

/** D13: everybody of the team reads and runs them. */
export async function listMacros(context: Context, _subject: AgentSubject): Promise<Done<Macro[]>> {
  return answered(await context.store.listMacros());
}

export async function addMacro(
  context: Context,
  subject: AgentSubject,
  input: Omit<Macro, 'id'>,
): Promise<Done<Macro>> {
  const wrong = await refusalOf(context, subject, input);
  if (wrong) return wrong;
  const macro: Macro = { id: context.ids.reply(), ...input };
  const result = await context.store.addMacro({ ...macro, at: context.clock.now() });
  if (result === 'taken') return refused('invalid_payload', TAKEN);
  if (result === 'too_many') return refused('invalid_payload', { hint: `At most ${MACROS_MAX} macros.` });
  return answered(macro);
}

export async function changeMacro(
  context: Context,
  subject: AgentSubject,
  { basedOn, ...input }: Macro & Based,
): Promise<Done<Macro>> {
  const wrong = await refusalOf(context, subject, input);
  if (wrong) return wrong;
  const result = await context.store.changeMacro({ ...input, basedOn, at: context.clock.now() });
  if (result === 'taken') return refused('invalid_payload', TAKEN);
  if (result === 'stale') return changedMeanwhile();
  return result === 'not_found' ? refused('not_found') : answered(input);
}

export async function removeMacro(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<Nothing>> {
  if (!may(subject.agent, 'macros:write')) return refused('forbidden', FORBIDDEN);
  return (await context.store.removeMacro(id)) === 'removed' ? answered({}) : refused('not_found');
}

async function refusalOf(
  { store }: Context,
  subject: AgentSubject,
  { departmentId, actions }: Omit<Macro, 'id'>,
): Promise<Done<never> | undefined> {
  if (!may(subject.agent, 'macros:write')) return refused('forbidden', FORBIDDEN);
  const fault = findMacroFault(actions);
  if (fault) return refused('invalid_payload', { field: 'actions', hint: fault });
  const wanted = actions.flatMap((one) => (one.do === 'move' ? [one.departmentId] : []));
  const departments = departmentId === null ? wanted : [...wanted, departmentId];
  if (departments.length > 0) {
    const known = new Set((await store.listDepartments()).map(({ id }) => id));
    if (!departments.every((id) => known.has(id))) {
      return refused('invalid_payload', { field: 'departmentId', hint: 'There is no such department.' });
    }
  }
  for (const one of actions) {
    if (one.do !== 'transfer') continue;
    const agent = await store.findAgent(one.agentId);
    if (!agent || !may(agent, 'conversation:serve')) {
      return refused('invalid_payload', {
        field: 'actions',
        hint: 'There is no such agent, or one who only looks on.',
      });
    }
  }
  return undefined;
}
