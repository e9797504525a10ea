import { z } from 'zod';
import { PERMISSIONS, type Permission, ROLES } from './permissions.ts';
import { ROLE_NAME_CHARS_MAX } from './roles.ts';

const name = z
  .string()
  .trim()
  .min(1)
  .max(ROLE_NAME_CHARS_MAX)
  .regex(/^\P{Cc}*$/u, 'No control characters.');
const rights = z.partialRecord(z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]), z.boolean());

export const roleRequests = {
  newRole: z.object({ name, base: z.enum(ROLES).exclude(['owner']), rights: rights.default({}) }),
  /** The name of a built-in role is the console's own word. */
  role: z.object({ name: name.optional(), rights }),
};
