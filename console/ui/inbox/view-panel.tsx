import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ListPlace } from '../../model/list-place.ts';
import type { KeptView } from '../../model/saved-views.ts';
import { useApp, useDesk } from '../context.ts';
import { number } from '../format.ts';
import { strings } from '../strings.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { EditIcon } from './list-icons.tsx';
import { useListRoute } from './use-list-route.ts';

interface Props {
  onLeave(): void;
}

const STANDARD = ['mine', 'unassigned', 'all', 'mentions', 'closed', 'asked'] as const;

/** All lists with how many stand in each; arrows move, Escape goes back to the button. */
export function ViewPanel({ onLeave }: Props) {
  const { lists } = useDesk();
  const panel = useRef<HTMLElement>(null);
  const onKey = usePanelKeys(panel, onLeave);
  // It lies over what comes next: whoever goes on by Tab leaves it. A press on its button closes it by itself.
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget as Element | null;
    if (to && !panel.current?.contains(to) && !to.closest('.view-button')) onLeave();
  };
  const edit = (view: KeptView | null) => {
    onLeave();
    lists.editing.value = { view };
  };
  return (
    <nav class="view-panel" aria-label={words.views.panel} ref={panel} onKeyDown={onKey} onFocusOut={onBlur}>
      <Standard onLeave={onLeave} />
      <Departments onLeave={onLeave} />
      <Saved onLeave={onLeave} onEdit={edit} />
      <button type="button" class="view-save" onClick={() => edit(null)}>
        {words.views.save}
      </button>
    </nav>
  );
}

/** The list on the screen has the focus first; a press elsewhere and Escape leave. */
function usePanelKeys(panel: RefObject<HTMLElement | null>, onLeave: () => void): (event: KeyboardEvent) => void {
  useLayoutEffect(() => {
    const here = panel.current?.querySelector<HTMLElement>('a[aria-current]');
    (here ?? panel.current?.querySelector<HTMLElement>('a'))?.focus();
  }, [panel]);
  useEffect(() => {
    const press = (event: Event) => {
      const target = event.target as Element | null;
      if (!panel.current?.contains(target) && !target?.closest('.view-button')) onLeave();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [panel, onLeave]);
  return (event) => {
    const items = [...(panel.current?.querySelectorAll<HTMLElement>('a, button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      onLeave();
      document.querySelector<HTMLElement>('.view-button')?.focus();
    } else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function Standard({ onLeave }: Props) {
  const { inbox, followUps } = useDesk();
  return (
    <Group>
      {STANDARD.map((view) => (
        <ViewLink
          key={view}
          name={words.views[view]}
          count={view === 'closed' ? null : inbox.tally(view)}
          list={{ view, sort: 'waiting', filter: {} }}
          onLeave={onLeave}
        />
      ))}
      <FollowUpsLink count={followUps.open.value.length} onLeave={onLeave} />
    </Group>
  );
}

function Departments({ onLeave }: Props) {
  const { inbox, team } = useDesk();
  const departments = team.departments.value;
  if (departments.length === 0) return null;
  return (
    <Group name={words.views.departments}>
      {[...departments, { id: '', name: words.views.noDepartment }].map(({ id, name }) => (
        <ViewLink
          key={id}
          name={name}
          count={inbox.tally(`department:${id}`)}
          list={{ view: 'all', sort: 'waiting', filter: { department: id } }}
          onLeave={onLeave}
        />
      ))}
    </Group>
  );
}

function Saved({ onLeave, onEdit }: Props & { onEdit(view: KeptView): void }) {
  const { views } = useDesk().lists;
  return (
    <>
      {(['own', 'shared'] as const).map(
        (kind) =>
          views[kind].value.length > 0 && (
            <Group key={kind} name={words.views[kind]}>
              {views[kind].value.map((view) => (
                <SavedLink key={view.id} view={view} onLeave={onLeave} onEdit={() => onEdit(view)} />
              ))}
            </Group>
          ),
      )}
      {views.state.value === 'failed' && (
        <p class="view-failed">
          {words.views.failed}{' '}
          <button type="button" class="link-button" onClick={() => void views.load()}>
            {strings.retry}
          </button>
        </p>
      )}
    </>
  );
}

function Group({ name, children }: { name?: string; children: ComponentChildren }) {
  return (
    <>
      {name && <h3 class="view-group">{name}</h3>}
      <ul>{children}</ul>
    </>
  );
}

interface LinkProps {
  name: string;
  /** Null: nobody counts them. */
  count: number | null;
  list: ListPlace;
  onLeave(): void;
  children?: ComponentChildren;
}

function ViewLink({ name, count, list, onLeave, children }: LinkProps) {
  const app = useApp();
  const { lists } = useDesk();
  const routeOf = useListRoute();
  const here = lists.isHere(list);
  return (
    <li class="view-line">
      <a href={app.hrefOf(routeOf(list))} aria-current={here ? 'page' : undefined} onClick={() => onLeave()}>
        <span class="view-name">{name}</span>
        {count !== null && <span class="view-count">{number(count)}</span>}
      </a>
      {children}
    </li>
  );
}

function SavedLink({ view, onLeave, onEdit }: { view: KeptView; onLeave(): void; onEdit(): void }) {
  const { inbox, lists } = useDesk();
  const label = words.views.edit(view.name);
  const mayEdit = !view.shared || lists.views.mayShare;
  return (
    <ViewLink
      name={view.name}
      count={view.at.view === 'closed' ? null : inbox.tally(view.id)}
      list={view.at}
      onLeave={onLeave}
    >
      {mayEdit && (
        <button type="button" class="icon-button icon-button-small" aria-label={label} title={label} onClick={onEdit}>
          <EditIcon size={16} />
        </button>
      )}
    </ViewLink>
  );
}

function FollowUpsLink({ count, onLeave }: { count: number; onLeave(): void }) {
  const app = useApp();
  return (
    <li class="view-line">
      <a href={app.hrefOf({ name: 'followups', view: 'open' })} onClick={() => onLeave()}>
        <span class="view-name">{words.views.followUps}</span>
        <span class="view-count">{number(count)}</span>
      </a>
    </li>
  );
}
