import { useRef, useState } from 'preact/hooks';
import type { ListView } from '../../model/list-place.ts';
import { useApp, useDesk } from '../context.ts';
import { number } from '../format.ts';
import { useKeysOf } from '../keys.tsx';
import { Lazy, useEarly } from '../lazy.tsx';
import { Menu } from '../menu.tsx';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { useChoiceCommands } from '../use-choice-commands.ts';
import { useCommands } from '../use-commands.ts';
import { DownIcon, FilterIcon, OrderIcon } from './list-icons.tsx';
import { useListRoute } from './use-list-route.ts';
import { useViewName } from './view-name.ts';

const loadPanel = () => import('./view-panel.tsx').then((file) => file.ViewPanel);
const EARLY = [loadPanel];
const loadFilter = () => import('./filter-dialog.tsx').then((file) => file.FilterDialog);
const QUICK = ['mine', 'unassigned', 'all'] as const satisfies readonly ListView[];

/** Which list it is, how it is cut and ordered. */
export function ListHead() {
  const app = useApp();
  const { lists } = useDesk();
  const [open, setOpen] = useState(false);
  useEarly(EARLY);
  const place = lists.place.value;
  const name = useViewName();
  const routeOf = useListRoute();
  const filters = lists.filters.value;
  const filterName = filters === 0 ? words.filter.open : words.filter.opened(filters);
  useViewCommands();
  const sorts = lists.sorts.map((sort) => ({
    ...{ id: `inbox:sort-${sort}`, name: words.sort[sort] },
    onChoose: () => app.go(routeOf({ ...place, sort })),
  }));
  const save = () => {
    lists.editing.value = { view: null };
  };
  useChoiceCommands('inbox', [
    ...sorts.map(({ name, ...sort }) => ({ ...sort, name: words.sort.label(name) })),
    { id: 'inbox:save', name: words.views.save, onChoose: save },
  ]);
  return (
    <>
      <div class="list-head">
        <h2 id="list-title" class="list-title">
          <button
            type="button"
            class="view-button"
            aria-expanded={open}
            aria-label={words.views.open(name)}
            onClick={() => setOpen(!open)}
          >
            <span class="view-name">{name}</span>
            <DownIcon size={16} />
          </button>
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={filterName}
          aria-pressed={filters > 0}
          onClick={() => (lists.filtering.value = true)}
          {...useKeysOf('inbox:filter', filterName)}
        >
          <FilterIcon />
          {filters > 0 && <span class="pill pill-corner">{number(filters)}</span>}
        </button>
        <span class="menu-place">
          <Menu label={words.sort.label(words.sort[place.sort])} buttonClass="icon-button" choices={sorts}>
            <OrderIcon />
          </Menu>
        </span>
        {open && <Lazy load={loadPanel} with={{ onLeave: () => setOpen(false) }} quiet />}
      </div>
      <nav class="quick-views" aria-label={words.views.label}>
        {QUICK.map((view) => (
          <QuickView key={view} view={view} />
        ))}
      </nav>
      {lists.filtering.value && <Lazy load={loadFilter} quiet />}
    </>
  );
}

function QuickView({ view }: { view: ListView }) {
  const app = useApp();
  const { inbox, lists } = useDesk();
  const place = lists.place.value;
  const here = place.view === view && lists.filters.value === 0;
  const list = { view, sort: place.sort, filter: {} };
  const routeOf = useListRoute();
  return (
    <a href={app.hrefOf(routeOf(list))} aria-current={here ? 'page' : undefined}>
      {words.views[view]} <span class="quick-count">{number(inbox.tally(view))}</span>
    </a>
  );
}

/** 1 to 9 in the order of the panel, and what is set in the filters. */
function useViewCommands(): void {
  const app = useApp();
  const { lists } = useDesk();
  const views = lists.views.all.value;
  // The commands stay while conversations are opened and left.
  const here = useListRoute();
  const routeOf = useRef(here);
  routeOf.current = here;
  useCommands(() => {
    const standard = (['mine', 'unassigned', 'all', 'mentions', 'closed', 'asked'] as const).map((view) => ({
      ...{ id: `view-${view}`, name: words.views[view], list: { view, sort: 'waiting' as const, filter: {} } },
    }));
    const saved = views.map(({ id, name, at }) => ({ id: `view-${id}`, name, list: at }));
    return [
      {
        ...{ id: 'inbox:filter', group: 'inbox' as const, keys: '/', name: () => words.keys.filter },
        run: () => {
          lists.filtering.value = true;
        },
      },
      ...[...standard, ...saved].map(({ id, name, list }, at) => ({
        ...{ id: `inbox:${id}`, group: 'inbox' as const, name: () => words.keys.view(name) },
        ...(at < 9 ? { keys: String(at + 1) } : {}),
        run: () => app.go(routeOf.current(list)),
      })),
    ];
  }, [views, app, lists]);
}
