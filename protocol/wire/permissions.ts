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
  /** What the owner's own systems say of a customer (CS3). */
  'panels:read': ['owner', 'admin', 'supervisor', 'agent'],
  /** Departments, hours, rules, reasons, sites. */
  'settings:write': ['owner', 'admin'],
  /** Add and change people below oneself (`mayManage`). */
  'people:write': ['owner', 'admin'],
  /** Save, change and remove views of the list that the whole team sees (U6). */
  'view:share': ['owner', 'admin', 'supervisor'],
  /** Say what roles may do, and make own ones. */
  'roles:write': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** From the most to the least. */
export const ROLES = ['owner', 'admin', 'supervisor', 'agent', 'viewer'] as const satisfies readonly Role[];

/** What owners set otherwise than the table says; whatever is not named stands as above. */
export type Rights = Partial<Record<Permission, boolean>>;

/** Somebody with a role: `role` says how they are treated by routing, `rights` what the owners changed of it. */
export interface Holder {
  role: Role;
  rights?: Readonly<Partial<Record<string, boolean>>> | undefined;
}

/** These make the role what it is: with others, another role would be meant. */
const FIXED: readonly Permission[] = ['conversation:read', 'conversation:serve', 'roles:write'];
/** Who only looks on may be shown more, and changes nothing all the same. */
const LOOKING: readonly Permission[] = ['board:read', 'report:read', 'report:team', 'visitors:read', 'panels:read'];

/** T19: whether owners may switch this right for roles of this kind. Owners may everything, so that nobody locks them out. */
export function isOpen(base: Role, permission: Permission): boolean {
  if (base === 'owner' || FIXED.includes(permission)) return false;
  return base !== 'viewer' || LOOKING.includes(permission);
}

export function may({ role, rights }: Holder, permission: Permission): boolean {
  const set = rights !== undefined && isOpen(role, permission) ? rights[permission] : undefined;
  return set ?? (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/**
 * Owners manage everybody; others with `people:write` whoever may nothing that they may not themselves: a new password
 * for somebody is that person's rights. Covers the role that is and the role to be.
 */
export function mayManage(actor: Holder, other: Holder): boolean {
  if (actor.role === 'owner') return true;
  if (other.role === 'owner' || !may(actor, 'people:write')) return false;
  return (Object.keys(PERMISSIONS) as Permission[]).every((right) => !may(other, right) || may(actor, right));
}
