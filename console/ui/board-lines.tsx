import type { BoardLine } from '../../protocol/wire/board.ts';
import type { Wait } from '../model/waiting.ts';
import { BoardRoom } from './board-room.tsx';
import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { number } from './format.ts';
import { boardWords as words } from './strings-of-board.ts';
import { LevelIcon, WaitMark } from './wait-mark.tsx';

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
  const waits = lines.map((line) => desk.waitSince(sinceOf(line), line.targetTimes));
  const rows = lines.map((line, index) => ({
    key: line.id,
    row: (
      <a class="board-line" href={app.hrefOf({ name: 'inbox', conversationId: line.id })}>
        <span class="board-name">
          <span class="board-who">{called(line.label)}</span>
          <span class="board-where" dir="auto">
            {line.agent?.name ?? line.siteName}
          </span>
        </span>
        <WaitMark wait={waits[index] as Wait} />
      </a>
    ),
  }));
  return (
    <section class="card board-card" aria-label={title}>
      <h2>
        {title} <span class="board-count">{number(total)}</span>
        <Risks
          waits={waits.filter((_, index) => lines[index]?.targetTimes !== undefined)}
          isPart={lines.length < total}
        />
      </h2>
      {lines.length === 0 ? <p class="quiet">{empty}</p> : <BoardRoom onWall={onWall} total={total} rows={rows} />}
    </section>
  );
}

/** How many of them are about to miss what the owner aims at, and how many have: beside the number of all, to be read across the room. `isPart`: there are more than are listed. */
function Risks({ waits, isPart }: { waits: readonly Wait[]; isPart: boolean }) {
  const spell = (count: number) => (isPart ? `${number(count)}+` : number(count));
  const countOf = (level: Wait['level']) => waits.filter((wait) => wait.level === level).length;
  const [risky, missed] = [countOf('warn'), countOf('danger')];
  if (risky + missed === 0) return null;
  return (
    <span class="board-risks">
      {risky > 0 && <RiskMark level="warn" text={words.atRisk(spell(risky))} />}
      {missed > 0 && <RiskMark level="danger" text={words.missed(spell(missed))} />}
    </span>
  );
}

function RiskMark({ level, text }: { level: Wait['level']; text: string }) {
  return (
    <span class={`wait wait-${level}`}>
      <LevelIcon level={level} />
      <bdi>{text}</bdi>
    </span>
  );
}
