import type { AgentCommands, TeamList, TeamRules } from '../../protocol/wire/events.ts';
import { IDLE_AWAY_MS_USUAL, MEMBERS_MAX } from '../../protocol/wire/limits.ts';
import { UNDO_MS_USUAL } from '../../protocol/wire/limits-of-composer.ts';
import { AWAY_REASONS_USUAL } from '../domain/availability.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { listDepartmentsNow } from './departments-now.ts';
import { answered } from './finish.ts';
import { loadConversation } from './load-conversation.ts';

/** Who there is to ask, and what one may be away for. */
export async function listTeam(
  context: Context,
  subject: AgentSubject,
  { conversationId }: AgentCommands['team:list']['in'],
): Promise<Done<TeamList>> {
  const at = context.clock.now();
  const { store } = context;
  const [members, staff, rules, about] = await Promise.all([
    store.listMembers({ now: at, limit: MEMBERS_MAX }),
    store.listStaff(),
    store.readTeamRules(),
    conversationId === undefined ? undefined : loadConversation(context, subject, conversationId),
  ]);
  const own = staff.find(({ id }) => id === subject.agent.id)?.departments ?? [];
  return answered({
    at,
    members,
    ...(about && { departments: await listDepartmentsNow(context, about.siteId, { members, staff }) }),
    ...rulesInForce(rules),
    ownDepartments: own.map(({ departmentId }) => departmentId),
  });
}

/** What owners set, and the usual for the rest. */
export function rulesInForce({ awayReasons, idleAwayMs, undoMs }: TeamRules) {
  return {
    awayReasons: [...(awayReasons ?? AWAY_REASONS_USUAL)],
    idleAwayMs: idleAwayMs ?? IDLE_AWAY_MS_USUAL,
    undoMs: undoMs ?? UNDO_MS_USUAL,
  };
}
