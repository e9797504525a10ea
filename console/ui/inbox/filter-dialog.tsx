import { useId, useState } from 'preact/hooks';
import type { ListFilter } from '../../model/list-place.ts';
import { asAsked, called } from '../called.ts';
import { Choice } from '../choice.tsx';
import { useApp, useDesk } from '../context.ts';
import { Dialog } from '../dialog.tsx';
import { languageName } from '../format.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { useTeamTags } from '../use-team-tags.ts';
import { colleagueName } from './colleague-name.ts';
import { departmentName } from './department-name.ts';
import { useChoices } from './use-choices.ts';
import { useListRoute } from './use-list-route.ts';

const MINUTES = [1, 2, 5, 10, 30, 60, 240, 1_440] as const;
const ANY = '\u0000';

type Option = readonly [value: string, name: string];

/** All filters in one place; they take effect together and stand in the address. */
export function FilterDialog() {
  const app = useApp();
  const { lists } = useDesk();
  const place = lists.place.value;
  const [filter, setFilter] = useState<ListFilter>(shown(place.filter));
  const routeOf = useListRoute();
  const close = () => {
    lists.filtering.value = false;
  };
  const show = (chosen: ListFilter) => {
    close();
    app.go(routeOf({ ...place, filter: chosen }));
  };
  const set = (key: keyof ListFilter, value: string) => {
    const next: ListFilter = { ...filter };
    delete next[key];
    if (value !== ANY) Object.assign(next, { [key]: key === 'minutes' ? Number(value) : value });
    setFilter(next);
  };
  return (
    <Dialog title={words.filter.title} onClose={close}>
      <form
        class="form filter-form"
        onSubmit={(event) => {
          event.preventDefault();
          show(trimmed(filter));
        }}
      >
        <NameBox value={filter.text ?? ''} onInput={(text) => set('text', text === '' ? ANY : text)} />
        <div class="filter-grid">
          <Picks filter={filter} onSet={set} />
        </div>
        <p class="dialog-actions">
          <button type="submit" class="button button-primary">
            {words.filter.apply}
          </button>
          <button type="button" class="button" onClick={() => show({})}>
            {words.filter.clear}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface PicksProps {
  filter: ListFilter;
  onSet(key: keyof ListFilter, value: string): void;
}

function Picks({ filter, onSet }: PicksProps) {
  const { lists, team } = useDesk();
  const choices = useChoices();
  const agreed = useTeamTags()?.all.value ?? [];
  const { filter: texts } = words;
  const plain = (list: readonly string[]) => list.map((one): Option => [one, one]);
  const nameOf = (key: keyof ListFilter, value: string) => {
    if (key === 'department') return departmentName(team, value);
    if (key === 'agent') return colleagueName(team, value);
    return key === 'site' ? texts.site : value;
  };
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }): Option => [id, name]);
  const picks: [keyof ListFilter, string, readonly Option[]][] = [
    ['minutes', texts.minutes, MINUTES.map((one): Option => [String(one), texts.atLeast(one)])],
    ['tag', texts.tag, plain([...new Set([...agreed, ...choices.tags])])],
    ['segment', texts.segment, plain(choices.segments)],
    ['site', texts.site, choices.sites],
    ['department', texts.department, [...named(team.departments.value), ['', words.views.noDepartment]]],
    ['agent', texts.agent, named(team.serving.value)],
    ['language', texts.language, choices.languages.map((one): Option => [one, languageName(one)])],
    ['channel', texts.channel, lists.channels.map((one): Option => [one, texts.channels[one]])],
    ['rating', texts.rating, lists.ratings.map((one): Option => [one, texts.ratings[one]])],
  ];
  return (
    <>
      {picks.map(([key, label, options]) => {
        const value = filter[key] === undefined ? ANY : String(filter[key]);
        // What an address names stays to be seen, also where nothing of it is held now.
        const known = value === ANY || options.some(([one]) => one === value);
        const all: Option[] = [[ANY, texts.any], ...options, ...(known ? [] : [[value, nameOf(key, value)] as const])];
        return <Choice key={key} label={label} value={value} options={all} onChange={(chosen) => onSet(key, chosen)} />;
      })}
    </>
  );
}

function NameBox({ value, onInput }: { value: string; onInput(value: string): void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.filter.text}</label>
      <input
        id={id}
        type="search"
        value={value}
        maxLength={80}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {words.filter.textHint}
      </p>
    </div>
  );
}

function trimmed(filter: ListFilter): ListFilter {
  const { text, ...rest } = filter;
  const written = text?.trim() ?? '';
  return written === '' ? rest : { ...rest, text: asAsked(written) };
}

/** J19 */
const shown = (filter: ListFilter): ListFilter => (filter.text ? { ...filter, text: called(filter.text) } : filter);
