import type { BoardLine, BoardSnapshot } from '../../protocol/wire/board.ts';
import type { StaffMember } from '../../protocol/wire/departments.ts';
import type { PresentList } from '../../protocol/wire/people.ts';
import type { CsvTable } from './as-table.ts';

/** The lists of the console that are no reports, as files with the same rows. */

export function boardTable({ queue, serving, team }: BoardSnapshot): CsvTable {
  const line = (part: string, { id, label, siteName, queuedAt, waitingSince, agent, targetMs }: BoardLine) => [
    ...[part, id, label, siteName, queuedAt, waitingSince, agent?.name, targetMs],
  ];
  return {
    head: [
      ...['part', 'id', 'name', 'siteName', 'queuedAt', 'waitingSince', 'agentName', 'targetMs'],
      ...['present', 'availability', 'load', 'capacity'],
    ],
    lines: [
      ...queue.conversations.map((one) => line('queue', one)),
      ...serving.waiting.map((one) => line('unanswered', one)),
      ...team.members.map(({ id, name, present, availability, load, extra, capacity }) => [
        ...['agent', id, name, null, null, null, null, null, present, availability, load + extra, capacity],
      ]),
    ],
  };
}

export function visitorsTable({ visitors }: PresentList): CsvTable {
  return {
    head: [
      ...['siteName', 'title', 'url', 'since', 'pageSince', 'language', 'returning', 'cart', 'conversationId'],
      ...['invite', 'currency'],
    ],
    lines: visitors.map(({ siteName, title, url, since, pageSince, language, ...one }) => [
      ...[siteName, title, url, since, pageSince, language, one.returning, one.cart, one.conversationId],
      ...[one.invite?.state, one.currency],
    ]),
  };
}

export function staffTable(staff: readonly StaffMember[]): CsvTable {
  return {
    head: [
      'id',
      'name',
      'email',
      'role',
      'availability',
      'capacity',
      'siteIds',
      'departmentIds',
      'languages',
      'skills',
    ],
    lines: staff.map(({ id, name, email, role, availability, capacity, siteIds, departments, languages, skills }) => [
      ...[id, name, email, role, availability, capacity, siteIds.join('; ')],
      departments.map(({ departmentId }) => departmentId).join('; '),
      languages.join('; '),
      skills.map(({ skill, level }) => `${skill} ${level}`).join('; '),
    ]),
  };
}
