import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { SectionName } from '../model/inbox-sections.ts';
import { useApp, useDesk } from './context.ts';
import { shortDuration } from './format.ts';
import { Star } from './icons.tsx';
import { strings } from './strings.ts';
import { WaitMark } from './wait-mark.tsx';

interface Props {
  summary: ConversationSummary;
  section: SectionName;
}

/** Two lines: who and how long; last words and what is unread. */
export function ConversationRow({ summary, section }: Props) {
  const app = useApp();
  const desk = useDesk();
  const here = desk.thread.value?.id === summary.id;
  const wait = desk.waitOf(summary);
  const unread = section === 'closed' ? 0 : summary.unread;
  return (
    <a
      class={`row row-${section}${unread > 0 ? ' row-unread' : ''}`}
      href={app.hrefOf({ name: 'inbox', conversationId: summary.id })}
      aria-current={here ? 'true' : undefined}
    >
      <span class="row-line">
        <span class="row-who">{summary.visitor.email ?? summary.visitor.label}</span>
        <span class="row-when">{wait ? <WaitMark wait={wait} /> : <Ago summary={summary} />}</span>
      </span>
      <span class="row-line">
        <span class="row-words">
          {summary.lastAuthor === 'agent' && section === 'yours' && <span class="row-you">{strings.list.you}</span>}
          {summary.lastText}
        </span>
        <span class="row-tail">
          {section === 'colleagues' && <span class="row-agent">{summary.agent?.name}</span>}
          {section === 'closed' && summary.score !== null && <Rated score={summary.score} />}
          {unread > 0 && (
            <span class="pill">
              <span aria-hidden="true">{unread}</span>
              <span class="visually-hidden">{strings.unread(unread)}</span>
            </span>
          )}
        </span>
      </span>
    </a>
  );
}

/** Time since the last word; only minutes matter here, so it moves with the ticker but rarely changes. */
function Ago({ summary }: { summary: ConversationSummary }) {
  const ms = useDesk().ticker.now.value - summary.lastAt;
  return <span class="row-ago">{shortDuration(Math.max(60_000, ms - (ms % 60_000))).split(' ')[0]}</span>;
}

function Rated({ score }: { score: number }) {
  return (
    <span class="row-score">
      <Star full size={12} />
      <span aria-hidden="true">{score}</span>
      <span class="visually-hidden">{strings.list.rated(score)}</span>
    </span>
  );
}
