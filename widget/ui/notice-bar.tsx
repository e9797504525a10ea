import type { ChatState, Notice } from '../model/chat-view.ts';
import type { Link } from '../model/link.ts';
import { ClockIcon, OfflineIcon, WarningIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** One quiet line for what holds things up. The region stays in the page, so that its words are read out. */
export function NoticeBar({ chat }: { chat: Pick<ChatState, 'link' | 'notice'> }) {
  const said = wordsOf(chat.link.value, chat.notice.value);
  return (
    <div class="bar" role="status">
      {said && (
        <p class={`bar-line ${said.tone}`}>
          {said.icon}
          <span>{said.words}</span>
        </p>
      )}
    </div>
  );
}

function wordsOf(link: Link, notice: Notice | null) {
  if (link === 'offline') return { tone: 'warn', icon: <OfflineIcon />, words: strings.offline };
  if (link === 'connecting') return { tone: '', icon: <ClockIcon />, words: strings.connecting };
  if (link === 'behind') return { tone: '', icon: <ClockIcon />, words: strings.behind };
  if (!notice) return null;
  if (notice.what === 'held') {
    const words = notice.error === 'rate_limited' ? strings.heldRate : strings.held;
    return { tone: 'warn', icon: <ClockIcon />, words };
  }
  return { tone: 'danger', icon: <WarningIcon />, words: textOf(notice) };
}

function textOf(notice: Exclude<Notice, { what: 'held' }>): string {
  if (notice.what === 'outbox_full') return strings.outboxFull(notice.max);
  return notice.what === 'end_failed' ? strings.endFailed : strings.contactFailed;
}
