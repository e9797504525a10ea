import { useState } from 'preact/hooks';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { ThreadItem } from '../model/thread.ts';
import type { Formats } from './formats.ts';
import { type LineParts, MessageGroup } from './group.tsx';
import { DownIcon } from './icons.tsx';
import { Soon } from './later.tsx';
import { ServiceLine } from './service-line.tsx';
import { strings } from './strings.ts';
import { useStickyScroll } from './use-sticky-scroll.ts';
import type { Views } from './views.ts';

/** So many groups and notes are drawn; earlier ones on demand. */
const SHOWN_STEP = 100;

export interface ThreadProps {
  chat: ChatState & ChatActions;
  formats: Formats;
  copy(text: string): void;
  views: Views;
}

/** The conversation, oldest first. A live log: what is added is read out, what changes in it is not. */
export function Thread({ chat, formats, copy, views }: ThreadProps) {
  const [shown, setShown] = useState(SHOWN_STEP);
  const items = chat.thread.value;
  const last = items.at(-1);
  const older = items.length > shown && (() => setShown(shown + SHOWN_STEP));
  const scroll = useStickyScroll(markOf(last), last?.kind === 'group' && last.own, shown, older);
  const parts: LineParts = { formats, actions: { retry: chat.retry, discard: chat.discard, copy }, views, chat };
  const agent = chat.agent.value;
  return (
    <div class="body">
      <div
        class="log"
        role="log"
        aria-label={strings.messages}
        aria-relevant="additions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        ref={scroll.element}
        onScroll={scroll.onScroll}
      >
        <Intro chat={chat} formats={formats} views={views} />
        <Soon of={views.front} due={chat.front.value} with={{ chat, formats }} />
        {older && (
          <button type="button" class="link earlier" onClick={older}>
            {strings.earlier}
          </button>
        )}
        {items.slice(-shown).map((item) => (
          <Item key={item.key} item={item} parts={parts} />
        ))}
        <Soon of={views.alone} due={isAlone(chat)} with={{ chat, formats, views }} />
        {agent && chat.agentTyping.value && <Soon of={views.face} due with={{ agent, part: 'typing' }} />}
      </div>
      {scroll.behind && (
        <button type="button" class="pill-button" onClick={scroll.toEnd}>
          <DownIcon /> {strings.newMessages}
        </button>
      )}
    </div>
  );
}

function markOf(item: ThreadItem | undefined): string {
  return item?.kind === 'group' ? `${item.lines.at(-1)?.clientId}` : `${item?.key}`;
}

function Item({ item, parts }: { item: ThreadItem; parts: LineParts }) {
  const { formats, views } = parts;
  switch (item.kind) {
    case 'group':
      return <MessageGroup group={item} parts={parts} />;
    case 'day':
      return (
        <p class="divider">
          <span>{formats.day(item.at)}</span>
        </p>
      );
    case 'unread':
      return (
        <p class="divider new">
          <span>{strings.newMessages}</span>
        </p>
      );
    case 'event':
      return (
        <p class="event" title={formats.exact(item.at)}>
          <Soon of={views.event} due with={{ happening: item.happening, formats }} />
        </p>
      );
  }
}

function Intro({ chat, formats, views }: FaceProps) {
  if (chat.thread.value.length > 0) return null;
  const screen = chat.screen.value;
  if (screen === 'blocked') return null;
  const nobody = screen === 'nobody';
  return (
    <div class="intro">
      <p class="intro-title">{chat.front.value?.greeting ?? strings.greeting}</p>
      <p class="intro-more">
        <ServiceLine chat={chat} formats={formats} views={views} part="more">
          {nobody ? strings.nobodyMore : strings.greetingMore}
        </ServiceLine>
      </p>
    </div>
  );
}

type FaceProps = Omit<ThreadProps, 'copy'>;

/** Nobody is there, or there is a place in the queue to speak of: it may take a while. */
function isAlone({ screen, place }: ChatState): unknown {
  return screen.value === 'unattended' || (screen.value === 'waiting' && place.value);
}
