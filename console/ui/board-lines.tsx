import type { BoardLine } from '../../protocol/wire/board.ts';
import { BoardRoom } from './board-room.tsx';
import { useApp, useDesk } from './context.ts';
import { WaitMark } from './wait-mark.tsx';

interface Props {
  title: string;
  empty: string;
  lines: readonly BoardLine[];
  total: number;
  onWall: boolean;
  sinceOf(line: BoardLine): number;
}

/** Those who wait, the longest first, with a wait that counts on by itself. */
export function BoardLines({ title, empty, lines, total, onWall, sinceOf }: Props) {
  const app = useApp();
  const desk = useDesk();
  const rows = lines.map((line) => ({
    key: line.id,
    row: (
      <a class="board-line" href={app.hrefOf({ name: 'inbox', conversationId: line.id })}>
        <span class="board-name">
          <span class="board-who">{line.label}</span>
          <span class="board-where" dir="auto">
            {line.agent?.name ?? line.siteName}
          </span>
        </span>
        <WaitMark wait={desk.waitSince(sinceOf(line), line.targetMs)} />
      </a>
    ),
  }));
  return (
    <section class="card board-card" aria-label={title}>
      <h2>
        {title} <span class="board-count">{total}</span>
      </h2>
      {lines.length === 0 ? <p class="quiet">{empty}</p> : <BoardRoom onWall={onWall} total={total} rows={rows} />}
    </section>
  );
}
