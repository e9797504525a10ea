/** What counts of a record when somebody says from what they changed it (Z13): what its form shows, and nothing that changes by itself. */
export const BASIS = {
  department: ['siteId', 'name', 'routing'],
  member: ['name', 'role', 'roleId', 'capacity', 'siteIds', 'departments', 'skills', 'languages'],
  reply: ['shortcut', 'body', 'departmentId'],
  macro: ['name', 'departmentId', 'actions'],
  role: ['name', 'rights'],
  site: ['name', 'origins'],
  teamRules: ['awayReasons', 'idleAwayMs', 'undoMs'],
} as const satisfies Record<string, readonly string[]>;
