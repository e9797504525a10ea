import type { Role } from '../../../protocol/wire/model.ts';

export interface RoleTables {
  /** `id` = `base`: one of the five, from its first change on (T19). `rights`: JSON of what differs. */
  team_role: { id: string; name: string; base: Role; rights: string; changed_at: number };
}
