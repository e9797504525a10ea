import type { ChatState } from '../model/chat-view.ts';
import { ClockIcon, OfflineIcon } from './icons.tsx';
import { Later } from './later.tsx';
import { strings } from './strings.ts';
import type { Views } from './views.ts';

type BarState = Pick<ChatState, 'link' | 'notice'>;

/** One quiet line for what holds things up. The region stays in the page, so that its words are read out. */
export function NoticeBar({ chat, views }: { chat: BarState; views: Pick<Views, 'notice'> }) {
  const link = chat.link.value;
  const notice = chat.notice.value;
  return (
    <div class="bar" role="status">
      {link !== 'online' && link !== 'quiet' ? (
        <p class={link === 'offline' ? 'bar-line warn' : 'bar-line'}>
          {link === 'offline' ? <OfflineIcon /> : <ClockIcon />}
          <span>{strings[link]}</span>
        </p>
      ) : (
        notice && <Later of={views.notice} with={{ notice }} />
      )}
    </div>
  );
}
