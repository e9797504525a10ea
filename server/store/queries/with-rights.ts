import { sql } from 'kysely';
import type { Rights } from '../../../protocol/wire/permissions.ts';

/** What an agent's role is called and may, beside the agent's own columns: `agent left join team_role` on ROLE_OF. */
export const ROLE_OF = sql<string>`coalesce(agent.role_id, agent.role)`;

interface Joined {
  roleId: string | null;
  roleName: string | null;
  roleRights: string | null;
}

/** Only what is otherwise than built in is said. */
export function withRights<T extends Joined>({ roleId, roleName, roleRights, ...agent }: T) {
  const own = roleId !== null && roleName !== null ? { roleId, roleName } : {};
  const rights = roleRights !== null && roleRights !== '{}' ? { rights: JSON.parse(roleRights) as Rights } : {};
  return { ...agent, ...own, ...rights };
}
