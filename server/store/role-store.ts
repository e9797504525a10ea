import type { TeamRole } from '../../protocol/wire/roles.ts';
import type { Based } from './changes.ts';

/** Roles as data (T19). Part of the store (store.ts). */
export interface RoleStore {
  /** The five first, then the owners' own by name. */
  listRoles(): Promise<TeamRole[]>;
  addRole(input: TeamRole & { at: number }): Promise<'added' | 'name_taken' | 'too_many'>;
  changeRole(
    input: Omit<TeamRole, 'base'> & Based & { at: number },
  ): Promise<'changed' | 'name_taken' | 'not_found' | 'stale'>;
  /** Who had it has the role of its base from now on. One of the five stays: `built_in`. */
  removeRole(id: string): Promise<'removed' | 'not_found' | 'built_in'>;
  /** Moves with every change of people, roles and the plan. */
  readTeamVersion(): Promise<number>;
}
