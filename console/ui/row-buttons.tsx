import { frontSettingsWords as words } from './strings-of-front-settings.ts';
import { hoursWords } from './strings-of-hours.ts';

interface Props<Item> {
  list: readonly Item[];
  at: number;
  /** What the row is, inside a sentence. */
  name: string;
  onChange(list: Item[]): void;
}

/** Order and end of one row of a list. A button without use stays, so that nobody's focus falls off it. */
export function RowButtons<Item>({ list, at, name, onChange }: Props<Item>) {
  const move = (by: -1 | 1, button: HTMLElement) => {
    focusNeighbour(button, by);
    const next = [...list];
    const [row] = next.splice(at, 1);
    if (row !== undefined) next.splice(at + by, 0, row);
    onChange(next);
  };
  const isFirst = at === 0;
  const isLast = at === list.length - 1;
  return (
    <div class="row-buttons">
      <button
        type="button"
        class="link-button"
        aria-label={words.moveUp(name)}
        aria-disabled={isFirst}
        onClick={(event) => !isFirst && move(-1, event.currentTarget)}
      >
        {words.move.up}
      </button>
      <button
        type="button"
        class="link-button"
        aria-label={words.moveDown(name)}
        aria-disabled={isLast}
        onClick={(event) => !isLast && move(1, event.currentTarget)}
      >
        {words.move.down}
      </button>
      <button
        type="button"
        class="link-button"
        aria-label={hoursWords.remove(name)}
        onClick={() => onChange(list.filter((_, index) => index !== at))}
      >
        {hoursWords.remove('').trim()}
      </button>
    </div>
  );
}

/** Rows stay where they are and change what they hold: the keyboard goes with what was moved. */
function focusNeighbour(button: HTMLElement, by: -1 | 1): void {
  const row = button.closest('fieldset, li');
  const other = by < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  const which = [...(button.parentElement?.children ?? [])].indexOf(button);
  const there = other?.querySelector('.row-buttons')?.children[which];
  if (there instanceof HTMLElement) there.focus();
}
