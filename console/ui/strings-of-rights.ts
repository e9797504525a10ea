import type { Permission } from '../../protocol/wire/permissions.ts';
import { inLanguage } from './language.ts';

/** Who may do what, in words. */
export const rightWords = inLanguage('right', {
  title: 'Who may do what',
  hint: 'The relay goes by this table for every command; what somebody may not do is not offered either. Roles are given under People.',
  right: 'Right',
  may: 'Yes',
  mayNot: 'No',
  own: 'Your role',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  manage: 'Owners manage everybody; administrators everybody but owners. The last owner stays one.',
  viewer: 'Who only looks on changes nothing anywhere.',
  rights: {
    'conversation:read': 'Read conversations',
    'conversation:serve': 'Answer visitors, write notes, ask colleagues',
    'conversation:end': 'End conversations that wait',
    'conversation:direct': 'Take over, transfer and return colleagues’ conversations',
    'message:remove': 'Remove anybody’s message, for safety',
    'board:read': 'See the board',
    'report:read': 'Read reports (an agent: the own figures)',
    'report:team': 'Read reports of the whole team',
    'replies:write': 'Write saved replies',
    'macros:write': 'Write macros',
    'person:write': 'Write notes about people, tag them',
    'person:direct': 'Change anybody’s notes, block people, join two profiles',
    'visitors:read': 'See who is on the site now',
    'visitors:invite': 'Invite who is on the site to a chat',
    'settings:write': 'Change settings: sites, hours, departments, rules',
    'people:write': 'Add and change people',
    'view:share': 'Save views of the inbox for the whole team',
  } satisfies Record<Permission, string> as Record<Permission, string>,
} as const);
