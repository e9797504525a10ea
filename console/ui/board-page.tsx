import { useEffect } from 'preact/hooks';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import { BoardAgents } from './board-agents.tsx';
import { BoardDecisions } from './board-decisions.tsx';
import { BoardLines } from './board-lines.tsx';
import { useDesk } from './context.ts';
import { Empty } from './empty.tsx';
import { exact, shortDuration, time } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { boardWords as words } from './strings-of-board.ts';
import './styles/board.css';

/** Who waits, who serves, what is at risk, and each decision as it falls: for a supervisor, or for the wall (T14). */
export function BoardPage() {
  const { board } = useDesk();
  useEffect(() => {
    board.watch(true);
    return () => board.watch(false);
  }, [board]);
  const snapshot = board.snapshot.value;
  return (
    <div class="board">
      <div class="board-head">
        <h1>{words.title}</h1>
        {snapshot && (
          <p class="quiet" title={exact(snapshot.at)}>
            {words.seen(time(snapshot.at))}
          </p>
        )}
      </div>
      {snapshot ? (
        <Picture snapshot={snapshot} />
      ) : board.state.value === 'failed' ? (
        <Empty icon={<AlertIcon size={28} />} title={words.failed} />
      ) : (
        <Skeleton rows={6} kind="cards" />
      )}
    </div>
  );
}

function Picture({ snapshot }: { snapshot: BoardSnapshot }) {
  return (
    <>
      <Totals snapshot={snapshot} />
      <div class="board-columns">
        <BoardLines
          title={words.queue}
          empty={words.nobodyWaits}
          lines={snapshot.queue.conversations}
          total={snapshot.queue.total}
          sinceOf={(line) => line.queuedAt}
        />
        <BoardLines
          title={words.unanswered}
          empty={words.nobodyAtRisk}
          lines={snapshot.serving.waiting}
          total={snapshot.serving.waiting.length}
          sinceOf={(line) => line.waitingSince ?? line.queuedAt}
        />
        <BoardAgents team={snapshot.team} />
        <BoardDecisions decisions={snapshot.decisions} />
      </div>
    </>
  );
}

/** Four figures that one reads across the room. */
function Totals({ snapshot }: { snapshot: BoardSnapshot }) {
  const { ticker } = useDesk();
  const { queue, serving, team } = snapshot;
  const [oldest] = queue.conversations;
  const available = team.members.filter((member) => member.present && member.availability === 'available').length;
  return (
    <dl class="board-totals">
      <Total name={words.queue} value={String(queue.total)} />
      <Total
        name={words.oldest}
        value={oldest ? shortDuration(Math.max(0, ticker.now.value - oldest.queuedAt)) : '–'}
      />
      <Total name={words.serving} value={String(serving.total)} />
      <Total name={words.available} value={String(available)} of={words.ofTeam(team.total)} />
    </dl>
  );
}

function Total({ name, value, of }: { name: string; value: string; of?: string }) {
  return (
    <div class="board-total">
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi> {of && <span class="quiet">{of}</span>}
      </dd>
    </div>
  );
}
