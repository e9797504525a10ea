import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PaletteItem } from '../model/palette.ts';
import { useApp, useDesk } from './context.ts';
import { isComposing } from './is-composing.ts';
import { Keys, spellKeys } from './keys.tsx';
import { colleagueItems, paletteItems } from './palette-items.ts';
import { strings } from './strings.ts';
import { commandWords } from './strings-of-commands.ts';
import { paneWords } from './strings-of-panes.ts';
import './styles/palette.css';
import { useModal } from './use-modal.ts';

/** One field that finds everything there is to open and to do (KB4). */
export function PaletteDialog() {
  const { palette } = useApp();
  const { team } = useDesk();
  const modal = useModal(() => palette.show(null));
  useEffect(() => void team.load(), [team]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; a press beside it closes as well.
    <dialog
      class="dialog palette"
      ref={modal.ref}
      aria-label={commandWords.palette.title}
      onClose={modal.onClose}
      onClick={(event) => event.target === modal.ref.current && modal.close()}
    >
      <Search onClose={modal.close} />
    </dialog>
  );
}

function Search({ onClose }: { onClose(): void }) {
  const app = useApp();
  const id = useId();
  const search = useSearch(onClose);
  const { items, at, gone, query } = search;
  const { panes } = useDesk();
  const canBeside = panes.hasRoom.value && panes.thread.value !== null;
  const onKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (isComposing(event)) return;
    if (move) search.point(move(at, items.length));
    else if (event.key === 'Enter') search.choose(items[at], app.commands.apple ? event.metaKey : event.ctrlKey);
    else if (event.key === 'Backspace' && query === '' && search.about !== null) search.lead(null);
    else if (closes(event) && (app.commands.apple ? event.metaKey : event.ctrlKey)) onClose();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div class="palette-field">
        {search.about !== null && <About name={search.about} onBack={() => search.lead(null)} />}
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          aria-label={commandWords.palette.label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={items[at] ? `${id}-${at}` : undefined}
          placeholder={commandWords.palette.placeholder}
          value={query}
          onInput={(event) => search.write(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <button type="button" class="button button-small" onClick={onClose}>
          {strings.team.dialog.cancel}
        </button>
      </div>
      <div class="palette-list" role="listbox" id={`${id}-list`} aria-label={commandWords.palette.title}>
        {items.map((item, index) => (
          <Option
            key={item.id}
            id={`${id}-${index}`}
            item={item}
            active={index === at}
            onPoint={() => search.point(index)}
            onChoose={() => search.choose(item)}
          />
        ))}
      </div>
      <p class={gone || items.length === 0 ? 'palette-none' : 'visually-hidden'} role="status">
        {gone
          ? commandWords.palette.gone(gone.name)
          : items.length === 0
            ? commandWords.palette.nothing
            : commandWords.palette.found(items.length)}
      </p>
      <p class="palette-hint">
        {commandWords.palette.hint}
        {canBeside && ` · ${paneWords.paletteHint(spellKeys('mod+enter', app.commands.apple))}`}
      </p>
    </>
  );
}

/** What is typed, what fits it, and about which colleague. */
function useSearch(onClose: () => void) {
  const app = useApp();
  const desk = useDesk();
  const { palette } = app;
  const [query, setQuery] = useState('');
  /** What is marked, as it was when it was. */
  const seen = useRef<PaletteItem | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  const write = (text: string) => {
    setQuery(text);
    seen.current = null;
  };
  const lead = (to: string | null) => {
    setAbout(to);
    write('');
  };
  const all = about === null ? paletteItems(app, desk, query, lead) : colleagueItems(app, desk, about);
  const items = palette.pick(all, query);
  seen.current ??= items[0] ?? null;
  const at = seen.current ? palette.placeOf(items, seen.current) : -1;
  const gone = at < 0 ? seen.current : null;
  const [, draw] = useState({});
  const point = (to: number) => {
    seen.current = items[to] ?? null;
    draw({});
  };
  const choose = (item: PaletteItem | undefined, beside = false) => {
    if (!item) return;
    palette.used(item.id);
    // The focus goes back first: what is opened then takes it from there.
    if (!item.leadsOn) onClose();
    if (beside && item.beside) item.beside();
    else item.run();
  };
  const name = about === null ? null : (desk.team.names.value.get(about) ?? '');
  return { query, at, gone, about: name, items, write, point, lead, choose };
}

function About({ name, onBack }: { name: string; onBack(): void }) {
  return (
    <button type="button" class="button button-small" onClick={onBack}>
      <span class="visually-hidden">{commandWords.palette.back}: </span>
      {commandWords.palette.about(name)}
    </button>
  );
}

/** KB2: the key that opened it, where the keyboard writes another script too. */
const closes = ({ key, code }: KeyboardEvent) => (key > '~' ? code === 'KeyK' : key.toLowerCase() === 'k');

const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (count === 0 ? 0 : (at + 1) % count),
  ArrowUp: (at, count) => (at <= 0 ? count : at) - 1,
  PageDown: (at, count) => Math.max(0, Math.min(at + 8, count - 1)),
  PageUp: (at) => Math.max(at - 8, 0),
};

interface OptionProps {
  id: string;
  item: PaletteItem;
  active: boolean;
  onPoint(): void;
  onChoose(): void;
}

function Option({ id, item, active, onPoint, onChoose }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, as a combobox does.
    // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus.
    <div id={id} ref={row} role="option" aria-selected={active} onPointerMove={onPoint} onClick={onChoose}>
      <span class="palette-name">
        <bdi>{item.name}</bdi>
        {item.more && <span class="palette-more">{item.more}</span>}
      </span>
      {item.keys ? <Keys of={item.keys} /> : <span class="palette-kind">{commandWords.palette.kinds[item.kind]}</span>}
    </div>
  );
}
