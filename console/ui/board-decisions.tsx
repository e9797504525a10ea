import type { BoardDecision } from '../../protocol/wire/board.ts';
import { useApp } from './context.ts';
import { exact, time } from './format.ts';
import { boardWords as words } from './strings-of-board.ts';
import { teamLine } from './strings-of-team.ts';

/** Each decision as it falls, newest on top, in the words of its reason (R9). */
export function BoardDecisions({ decisions }: { decisions: readonly BoardDecision[] }) {
  const app = useApp();
  return (
    <section class="card board-card board-feed" aria-label={words.decisions}>
      <h2>{words.decisions}</h2>
      {decisions.length === 0 && <p class="quiet">{words.noDecisions}</p>}
      <ol class="board-list">
        {decisions.map(({ conversationId, label, entry }) => (
          <li key={`${conversationId} ${entry.number}`} class="board-decision">
            <time dir="auto" title={exact(entry.at)}>
              {time(entry.at)}
            </time>
            <p>
              <a href={app.hrefOf({ name: 'inbox', conversationId })}>{label}</a>{' '}
              <span dir="auto">{teamLine(entry)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
