import type { ComponentChildren } from 'preact';
import { boardWords as words } from './strings-of-board.ts';
import { useFit } from './use-fit.ts';

interface Props {
  /** On a wall nothing scrolls: what has no room is counted instead. */
  onWall: boolean;
  /** How many there are, listed or not; without it nobody is told. */
  total?: number;
  rows: readonly { key: string; row: ComponentChildren }[];
}

/** The lines of a card, and how many more there are. */
export function BoardRoom({ onWall, total, rows }: Props) {
  const [ref, fit] = useFit<HTMLUListElement>(onWall, rows.length);
  const hidden = (total ?? Math.min(fit, rows.length)) - Math.min(fit, rows.length);
  return (
    <>
      <div class="board-room">
        <ul class="board-list" ref={ref}>
          {rows.map(({ key, row }, index) => (
            <li key={key} class={index >= fit ? 'board-cut' : undefined}>
              {row}
            </li>
          ))}
        </ul>
      </div>
      {hidden > 0 && <p class="quiet">{words.more(hidden)}</p>}
    </>
  );
}
