import type { Role } from '../../protocol/wire/model.ts';
import type { Holder } from '../../protocol/wire/permissions.ts';
import type { Context } from './context.ts';

export const ROLE_UNKNOWN = { field: 'roleId', hint: 'There is no such role; read the list again.' };

/** What somebody may who is given this role (T19): an own one brings its base along. Undefined: there is none. */
export async function findGiven(
  { store }: Context,
  { role, roleId }: { role: Role; roleId?: string | null | undefined },
): Promise<Holder | undefined> {
  const found = (await store.listRoles()).find(({ id }) => id === (roleId ?? role));
  return found && { role: found.base, rights: found.rights };
}
