import type { BoardDecision } from '../../protocol/wire/board.ts';
import { BoardRoom } from './board-room.tsx';
import { called } from './called.ts';
import { useApp } from './context.ts';
import { exact, time } from './format.ts';
import { Isolated } from './isolated.tsx';
import { boardWords as words } from './strings-of-board.ts';
import { teamLine } from './strings-of-team.ts';

/** Each decision as it falls, newest on top, in the words of its reason (R9). */
export function BoardDecisions({ decisions, onWall }: { decisions: readonly BoardDecision[]; onWall: boolean }) {
  const app = useApp();
  const rows = decisions.map(({ conversationId, label, entry }) => ({
    key: `${conversationId} ${entry.number}`,
    row: (
      <div class="board-decision">
        <time dir="auto" title={exact(entry.at)}>
          {time(entry.at)}
        </time>
        <p>
          <a href={app.hrefOf({ name: 'inbox', conversationId })}>
            <bdi>{called(label)}</bdi>
          </a>{' '}
          <Isolated text={teamLine(entry)} />
        </p>
      </div>
    ),
  }));
  return (
    <section class="card board-card board-feed" aria-label={words.decisions}>
      <h2>{words.decisions}</h2>
      {decisions.length === 0 && <p class="quiet">{words.noDecisions}</p>}
      <BoardRoom onWall={onWall} rows={rows} />
    </section>
  );
}
