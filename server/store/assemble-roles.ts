import type { Engine } from './engine.ts';
import * as roles from './queries/roles.ts';
import type { RoleStore } from './role-store.ts';

/** Part of assemble-store.ts. */
export function rolesOf(engine: Engine): RoleStore {
  return {
    listRoles: () => engine.read(roles.listRoles, undefined),
    addRole: (input) => engine.write(roles.addRole, input),
    changeRole: (input) => engine.write(roles.changeRole, input),
    removeRole: (id) => engine.write(roles.removeRole, id),
    readTeamVersion: () => engine.read(roles.readTeamVersion, undefined),
  };
}
