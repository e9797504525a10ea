import { useEffect } from 'preact/hooks';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import { BoardAgents } from './board-agents.tsx';
import { BoardDecisions } from './board-decisions.tsx';
import { BoardFollowUps } from './board-follow-ups.tsx';
import { BoardLines } from './board-lines.tsx';
import { BoardToday } from './board-today.tsx';
import { useApp, useDesk } from './context.ts';
import { CsvLink } from './csv-link.tsx';
import { Empty } from './empty.tsx';
import { exact, shortDuration, time } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';
import { boardWords as words } from './strings-of-board.ts';
import './styles/board.css';

/** Who waits, who serves, what is at risk, and each decision as it falls: for a supervisor, or for the wall (T14). */
export function BoardPage() {
  const app = useApp();
  const { board } = useDesk();
  const route = app.route.value;
  const onWall = route.name === 'board' && route.wall === true;
  useEffect(() => {
    board.watch(true);
    return () => board.watch(false);
  }, [board]);
  useEffect(() => {
    board.hang(onWall);
    return () => board.hang(false);
  }, [board, onWall]);
  const snapshot = board.snapshot.value;
  return (
    <div class={onWall ? 'board board-wall' : 'board'}>
      <div class="board-head">
        <h1>{words.title}</h1>
        <p class="board-seen">
          {snapshot && (
            <span class="quiet" title={exact(snapshot.at)}>
              {words.seen(time(snapshot.at))}
            </span>
          )}
          {!onWall && <CsvLink path="board?bom=1" of={words.title} />}
          <a class="button button-small" href={app.hrefOf({ name: 'board', wall: !onWall })}>
            {onWall ? words.leaveWall : words.wall}
          </a>
        </p>
      </div>
      {snapshot ? (
        <Picture snapshot={snapshot} onWall={onWall} />
      ) : board.state.value === 'failed' ? (
        <Empty icon={<AlertIcon size={28} />} title={words.failed}>
          <button type="button" class="button" onClick={() => board.resume()}>
            {strings.retry}
          </button>
        </Empty>
      ) : (
        <Skeleton rows={6} kind="cards" />
      )}
    </div>
  );
}

function Picture({ snapshot, onWall }: { snapshot: BoardSnapshot; onWall: boolean }) {
  return (
    <>
      <Totals snapshot={snapshot} />
      <BoardToday />
      <div class="board-columns">
        <BoardLines
          title={words.queue}
          empty={words.nobodyWaits}
          lines={snapshot.queue.conversations}
          total={snapshot.queue.total}
          onWall={onWall}
          sinceOf={(line) => line.queuedAt}
        />
        <BoardLines
          title={words.unanswered}
          empty={words.nobodyAtRisk}
          lines={snapshot.serving.waiting}
          total={snapshot.serving.unanswered}
          onWall={onWall}
          sinceOf={(line) => line.waitingSince ?? line.queuedAt}
        />
        <BoardFollowUps onWall={onWall} />
        <BoardAgents team={snapshot.team} onWall={onWall} />
        <BoardDecisions decisions={snapshot.decisions} onWall={onWall} />
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
