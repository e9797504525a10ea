import type { Entry, MessageEntry, RatedEntry, RevisedEntry } from '../../protocol/wire/model.ts';
import { useDesk } from './context.ts';
import { exact, time } from './format.ts';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';
import { frontWords } from './strings-of-front.ts';

type StateEntry = Exclude<Entry, MessageEntry | RevisedEntry>;

/** What happened to the conversation, between the messages. */
export function StateLine({ entry }: { entry: StateEntry }) {
  const meId = useDesk().me.id;
  if (entry.kind === 'rated') return <RatedLine entry={entry} />;
  return (
    <p class={`state-line state-line-${entry.kind}`}>
      <span dir="auto">{sentenceOf(entry, meId)}</span> ·{' '}
      <time dir="auto" title={exact(entry.at)}>
        {time(entry.at)}
      </time>
    </p>
  );
}

/** K9: nobody learns here what was said. */
function NamelessLine({ entry }: { entry: RatedEntry }) {
  return (
    <p class="state-line state-line-rated">
      <span>{strings.lines.ratedNameless}</span> ·{' '}
      <time dir="auto" title={exact(entry.at)}>
        {time(entry.at)}
      </time>
    </p>
  );
}

function RatedLine({ entry }: { entry: RatedEntry }) {
  if (entry.anonymous) return <NamelessLine entry={entry} />;
  return (
    <div class="state-line state-line-rated">
      <p>
        <Stars score={entry.score} /> <span>{strings.lines.rated(entry.score)}</span> ·{' '}
        <time dir="auto" title={exact(entry.at)}>
          {time(entry.at)}
        </time>
      </p>
      {saidMore(entry) && <p dir="auto">{saidMore(entry)}</p>}
      {entry.comment && (
        <blockquote class="comment" dir="auto">
          {entry.comment}
        </blockquote>
      )}
    </div>
  );
}

/** Whether it was solved, why, and whether it is a complaint (C17). */
function saidMore({ solved, reasons = [], complaint, effort, recommend }: RatedEntry): string {
  const parts = [
    complaint && frontWords.isComplaint,
    solved && frontWords.solved[solved],
    effort !== undefined && frontWords.effort(effort),
    recommend !== undefined && frontWords.recommend(recommend),
    ...reasons,
  ];
  return parts.filter(Boolean).join(' · ');
}

const QUEUED = {
  opened: 'opened',
  reopened: 'reopened',
  agent_gone: 'agentGone',
  no_answer: 'noAnswer',
  returned: 'returned',
  moved: 'moved',
} as const;

function sentenceOf(entry: Exclude<StateEntry, RatedEntry>, meId: string): string {
  const { lines } = strings;
  switch (entry.kind) {
    case 'queued':
      return lines[QUEUED[entry.reason] ?? 'opened'];
    case 'assigned':
      return entry.agent.id === meId ? lines.assignedYou : lines.assigned(entry.agent.name);
    case 'joined':
      return entry.agent.id === meId ? lines.joinedYou : lines.joined(entry.agent.name);
    case 'left':
      return entry.agent.id === meId ? lines.leftYou : lines.left(entry.agent.name);
    case 'closed':
      return entry.reason ? lines.closedFor[entry.reason] : lines.closedBy[entry.by];
    case 'contact':
      return lines.contact(entry.email);
    case 'notice':
      return entry.text ? lines.told(entry.text) : lines.notice[entry.what];
  }
}
