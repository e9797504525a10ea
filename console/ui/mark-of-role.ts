import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { TeamRole } from '../../protocol/wire/roles.ts';

/** From which state a role is changed (Z13). */
export const markOfRole = (role: TeamRole): string => markOf(role, BASIS.role);
