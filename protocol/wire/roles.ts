import type { Role } from './model.ts';
import type { Rights } from './permissions.ts';

export const OWN_ROLES_MAX = 20;
export const ROLE_NAME_CHARS_MAX = 40;

/** One of the five, whose `id` is its `base`, or one of the owners' own (T19). */
export interface TeamRole {
  id: string;
  name: string;
  /** How routing, capacity and looking on treat who has it. */
  base: Role;
  /** What differs from the base's built-in rights. */
  rights: Rights;
}
