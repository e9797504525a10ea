import { useRef } from 'preact/hooks';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import type { SectionName } from '../../model/inbox-sections.ts';
import type { Listed } from '../../model/listed.ts';
import type { Selection } from '../../model/selection.ts';
import { useDesk } from '../context.ts';
import { ConversationRow } from '../conversation-row.tsx';
import { number } from '../format.ts';
import { strings } from '../strings.ts';
import { useListCommands } from './list-commands.ts';
import { ListEnd } from './list-end.tsx';
import { type ActiveRow, useActiveRow } from './use-active-row.ts';
import { useRows } from './use-rows.ts';

/** One list, so that assistive technology counts it as one: each row says its place among all, also those that are not drawn (U11). */
export function Rows() {
  const { lists } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const listed = lists.listed.value;
  const rows = useRows(scroller, listed);
  const active = useActiveRow(list, listed, rows.reveal);
  useListCommands({ active: () => active.index, focus: active.go, listed });
  const drawn: number[] = [];
  for (let index = rows.from; index < rows.to; index += 1) drawn.push(index);
  // Wherever somebody scrolls, the row that has the focus is there.
  if (active.index >= 0 && (active.index < rows.from || active.index >= rows.to)) drawn.push(active.index);
  return (
    <div class="list-scroll" ref={scroller}>
      <ul
        class={lists.selection.count.value > 0 ? 'list list-choosing' : 'list'}
        ref={list}
        aria-label={strings.list.label}
        style={{ blockSize: `${rows.totalPx}px` }}
        onKeyDown={(event) => hearKey(event, listed, active, lists.selection)}
        onFocusIn={active.onFocusIn}
        onFocusOut={active.onFocusOut}
      >
        {drawn.map((index) => {
          const summary = listed.at(index);
          if (!summary) return null;
          const head = listed.sections.find(({ from }) => from === index);
          return (
            <Item
              key={summary.id}
              {...{ summary, index, topPx: rows.topOf(index), all: listed.length, section: listed.sectionAt(index) }}
              head={head?.name}
              headCount={head?.count}
              isStop={index === active.index}
              onFocus={active.take}
            />
          );
        })}
      </ul>
      <ListEnd />
    </div>
  );
}

/** Each of these is the same as long as nothing has changed, so that of a list that moves only new rows are drawn (U11). */
interface ItemProps {
  summary: ConversationSummary;
  index: number;
  topPx: number;
  all: number;
  section: SectionName;
  head: SectionName | undefined;
  headCount: number | undefined;
  isStop: boolean;
  onFocus: ActiveRow['take'];
}

/** The first row of a section carries the section's name. */
function Item({ summary, index, topPx, all, section, head, headCount = 0, isStop, onFocus }: ItemProps) {
  return (
    <li class="list-item" style={{ insetBlockStart: `${topPx}px` }} aria-setsize={all} aria-posinset={index + 1}>
      {head && (
        <h3 class="list-section">
          {strings.list.sections[head]} <span>{number(headCount)}</span>
        </h3>
      )}
      <ConversationRow summary={summary} section={section} isStop={isStop} onFocus={onFocus} />
    </li>
  );
}

const PAGE_ROWS = 8;
const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, count) => Math.min(at + PAGE_ROWS, count - 1),
  PageUp: (at) => Math.max(at - PAGE_ROWS, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** U12: arrows, Home and End move, with Shift they choose on the way; Ctrl or ⌘ + A chooses all, Escape none. */
function hearKey(event: KeyboardEvent, listed: Listed, active: ActiveRow, selection: Selection): void {
  if (event.key === 'Tab') active.leave();
  const isRow = (event.target as Element).matches('a.row, .row-choose');
  const withMod = event.ctrlKey || event.metaKey;
  const move = MOVES[event.key];
  if (move && isRow && !event.altKey && !withMod) {
    const to = move(Math.max(0, active.index), listed.length);
    const [own, next] = [listed.at(active.index), listed.at(to)];
    if (event.shiftKey && own && next) {
      if (!selection.ids.peek().has(own.id)) selection.toggle(own.id);
      selection.extend(next.id);
    }
    active.go(to);
  } else if (event.key === 'a' && withMod) selection.all();
  else if (event.key === 'Escape' && selection.count.peek() > 0) selection.clear();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
