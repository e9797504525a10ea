import { useDesk } from '../context.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { departmentName } from './department-name.ts';

/** What the list on the screen is called: a saved one by its name, a department's by the department's. */
export function useViewName(): string {
  const { lists, team } = useDesk();
  const place = lists.place.value;
  const saved = lists.views.find(place);
  if (saved) return saved.name;
  const { department } = place.filter;
  if (place.view === 'all' && department !== undefined && Object.keys(place.filter).length === 1)
    return departmentName(team, department);
  return words.views[place.view];
}
