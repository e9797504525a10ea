import type { Team } from '../../model/team.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';

/** Whom an address or a saved view names; who has left since is said (T21). */
export function colleagueName({ names }: Pick<Team, 'names'>, id: string): string {
  // Until the team is there nobody knows.
  return names.value.get(id) ?? (names.value.size > 0 ? words.views.removedColleague : '…');
}
