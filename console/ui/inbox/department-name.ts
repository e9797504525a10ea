import type { Team } from '../../model/team.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';

/** What an address or a saved view names: none where it is empty, and what was removed since is said (T21). */
export function departmentName({ departments, members }: Pick<Team, 'departments' | 'members'>, id: string): string {
  if (id === '') return words.views.noDepartment;
  const found = departments.value.find((one) => one.id === id);
  // Until the team is there nobody knows.
  return found?.name ?? (members.value.length > 0 ? words.views.removedDepartment : '…');
}
