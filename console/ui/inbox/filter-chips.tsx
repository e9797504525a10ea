import type { ListFilter } from '../../model/list-place.ts';
import { called } from '../called.ts';
import { useApp, useDesk } from '../context.ts';
import { languageName } from '../format.ts';
import { CloseIcon } from '../icons.tsx';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { colleagueName } from './colleague-name.ts';
import { departmentName } from './department-name.ts';
import { useChoices } from './use-choices.ts';
import { useListRoute } from './use-list-route.ts';

/** What is set, each to be taken off with one press; the rest of the address stays. */
export function FilterChips() {
  const app = useApp();
  const { lists } = useDesk();
  const place = lists.place.value;
  const nameOf = useFilterNames();
  const routeOf = useListRoute();
  const set = (Object.keys(place.filter) as (keyof ListFilter)[]).filter((key) => place.filter[key] !== undefined);
  if (set.length === 0) return null;
  const without = (key: keyof ListFilter) => {
    const filter = { ...place.filter };
    delete filter[key];
    return app.hrefOf(routeOf({ ...place, filter }));
  };
  return (
    <ul class="chips" aria-label={words.filter.label}>
      {set.map((key) => {
        const name = nameOf(key, place.filter);
        return (
          <li key={key}>
            <a class="chip" href={without(key)} aria-label={words.filter.without(name)}>
              <bdi>{name}</bdi>
              <CloseIcon size={12} />
            </a>
          </li>
        );
      })}
      <li>
        <a class="chip chip-plain" href={app.hrefOf(routeOf({ ...place, filter: {} }))}>
          {words.filter.clear}
        </a>
      </li>
      {!lists.views.find(place) && (
        <li>
          <button
            type="button"
            class="chip chip-plain"
            onClick={() => {
              lists.editing.value = { view: null };
            }}
          >
            {words.views.save}
          </button>
        </li>
      )}
    </ul>
  );
}

function useFilterNames(): (key: keyof ListFilter, filter: ListFilter) => string {
  const choices = useChoices();
  const { team } = useDesk();
  return (key, filter) => {
    const value = String(filter[key] ?? '');
    if (key === 'minutes') return words.filter.atLeast(Number(value));
    if (key === 'rating' && filter.rating) return words.filter.ratings[filter.rating];
    if (key === 'channel' && filter.channel) return words.filter.channels[filter.channel];
    if (key === 'language') return languageName(value);
    if (key === 'agent') return colleagueName(team, value);
    if (key === 'department') return departmentName(team, value);
    if (key === 'site') return choices.sites.find(([id]) => id === value)?.[1] ?? words.filter.site;
    return called(value);
  };
}
