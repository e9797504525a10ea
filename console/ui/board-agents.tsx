import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Member } from '../../protocol/wire/team.ts';
import { reasonName } from './availability-select.tsx';
import { BoardRoom } from './board-room.tsx';
import { boardWords as words } from './strings-of-board.ts';

/** Everybody with load and state: bar, figure and word say the same. */
export function BoardAgents({ team, onWall }: { team: BoardSnapshot['team']; onWall: boolean }) {
  const { members, total } = team;
  return (
    <section class="card board-card" aria-label={words.agents}>
      <h2>
        {words.agents} <span class="board-count">{total}</span>
      </h2>
      <BoardRoom
        onWall={onWall}
        total={total}
        rows={members.map((member) => ({ key: member.id, row: <Agent member={member} /> }))}
      />
    </section>
  );
}

function Agent({ member }: { member: Member }) {
  const { name, load, extra, capacity } = member;
  const serving = load + extra;
  const state = !member.present ? 'gone' : member.availability;
  return (
    <div class={`board-agent board-agent-${state}`}>
      <span class="board-name">
        <span class="board-who" dir="auto">
          {name}
        </span>
        <span class="board-state">
          <span class="board-dot" aria-hidden="true" />
          {state === 'away' && member.awayReason ? reasonName(member.awayReason) : words.states[state]}
        </span>
      </span>
      <span class="board-load" title={words.loadLong(serving, capacity)}>
        <span class="board-bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, (100 * serving) / Math.max(1, capacity))}%` }} />
        </span>
        <bdi class={extra > 0 ? 'board-over' : undefined}>{words.load(serving, capacity)}</bdi>
      </span>
    </div>
  );
}
