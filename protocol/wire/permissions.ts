import type { Role } from './model.ts';

/**
 * Who may do what, as data (T1): the relay answers `forbidden` by it, the console shows no button that would be refused.
 * `…:own` needs to serve the conversation besides; what the state of a conversation allows is decided after this.
 */
export const PERMISSIONS = {
  'conversation:read': ['owner', 'admin', 'supervisor', 'agent', 'viewer'],
  /** Be given conversations, pick them, write to visitors, write notes, ask colleagues. */
  'conversation:serve': ['owner', 'admin', 'supervisor', 'agent'],
  /** End one that waits. */
  'conversation:end': ['owner', 'admin', 'supervisor'],
  /** Of a colleague's: take it over, transfer it, return it to the queue. */
  'conversation:direct': ['owner', 'admin', 'supervisor'],
  /** For safety: anybody's message, at any time (C18). One's own is one's own within MESSAGE_EDIT_MS. */
  'message:remove': ['owner', 'admin', 'supervisor'],
  'board:read': ['owner', 'admin', 'supervisor', 'viewer'],
  /** Of an agent: their own figures. */
  'report:read': ['owner', 'admin', 'supervisor', 'agent', 'viewer'],
  'report:team': ['owner', 'admin', 'supervisor', 'viewer'],
  /** Saved replies; everybody uses them. */
  'replies:write': ['owner', 'admin', 'supervisor'],
  'macros:write': ['owner', 'admin', 'supervisor'],
  /** Notes about people and the team's tags (docs/people.md). */
  'person:write': ['owner', 'admin', 'supervisor', 'agent'],
  /** Notes of others too; block and unblock, join two profiles of one person. */
  'person:direct': ['owner', 'admin', 'supervisor'],
  /** Who is on the site now. */
  'visitors:read': ['owner', 'admin', 'supervisor', 'agent', 'viewer'],
  'visitors:invite': ['owner', 'admin', 'supervisor', 'agent'],
  /** Departments, hours, rules, reasons, sites. */
  'settings:write': ['owner', 'admin'],
  /** Add and change people below oneself (`mayManage`). */
  'people:write': ['owner', 'admin'],
  /** Save, change and remove views of the list that the whole team sees (U6). */
  'view:share': ['owner', 'admin', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** From the most to the least. */
export const ROLES = ['owner', 'admin', 'supervisor', 'agent', 'viewer'] as const satisfies readonly Role[];

export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** Owners manage everybody; administrators everybody but owners. Covers the role that is and the role to be. */
export function mayManage(role: Role, other: Role): boolean {
  return role === 'owner' || (role === 'admin' && other !== 'owner');
}
