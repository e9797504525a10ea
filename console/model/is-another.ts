import type { AgentProfile } from '../../protocol/wire/model.ts';

/** Whether what I am or may is otherwise than this desk was built for (T19); whether I am there changes without one. */
export function isAnother(told: AgentProfile, held: AgentProfile): boolean {
  return essence(told) !== essence(held);
}

const essence = ({ name, role, roleId, roleName, rights }: AgentProfile) =>
  JSON.stringify([name, role, roleId, roleName, Object.entries(rights ?? {}).sort()]);
