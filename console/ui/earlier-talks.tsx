import type { EarlierConversation } from '../../protocol/wire/thread.ts';
import type { Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { dayTime } from './format.ts';
import { messageWords as words } from './strings-of-messages.ts';

/** Above the first message: the same visitor's conversations before this one, one at a press; nothing where she has none. */
export function EarlierButton({ thread }: { thread: Thread }) {
  const { profile, failed } = thread.shown;
  const state = thread.earlier.state.value;
  const isOffered = profile.value ? profile.value.hasEarlier !== false : failed.value;
  if (state === 'more' && !isOffered) return null;
  return (
    <div class="earlier-place" role={state === 'more' ? undefined : 'status'}>
      {state === 'loading' && <span class="quiet">{words.earlierLoading}</span>}
      {state === 'none' && <span class="quiet">{words.earlierNone}</span>}
      {state === 'failed' && <span class="quiet">{words.earlierFailed} </span>}
      {(state === 'more' || state === 'failed') && (
        <button type="button" class="link-button" onClick={() => void thread.earlier.load()}>
          {state === 'failed' ? words.again : words.earlier}
        </button>
      )}
    </div>
  );
}

/** Where one conversation ends and the next begins. */
export function TalkLine({ about }: { about: EarlierConversation | null }) {
  const app = useApp();
  if (!about) {
    return (
      <p class="day-line talk-line">
        <span>{words.present}</span>
      </p>
    );
  }
  const { conversationId, openedAt, agent } = about;
  return (
    <p class="day-line talk-line">
      <a href={app.hrefOf({ name: 'inbox', conversationId })}>
        {agent === null ? words.talk(dayTime(openedAt)) : words.talkWith(dayTime(openedAt), agent)}
      </a>
    </p>
  );
}
