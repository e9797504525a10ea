import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import type { ThreadItem, ThreadMessage } from '../model/thread-items.ts';
import { called, nameOf } from './called.ts';
import { useDesk } from './context.ts';
import { EarlierButton, TalkLine } from './earlier-talks.tsx';
import { day } from './format.ts';
import { ArrowDownIcon, ArrowUpIcon } from './icons.tsx';
import { Group } from './message-group.tsx';
import { moveAmongTools } from './message-tools.tsx';
import { MoreMessages, useMoreAtEdges } from './more-messages.tsx';
import { NoteLine } from './note-line.tsx';
import { StateLine } from './state-line.tsx';
import { strings } from './strings.ts';
import { messageWords as words } from './strings-of-messages.ts';
import { paneWords } from './strings-of-panes.ts';
import { TeamLine } from './team-line.tsx';
import { useArrived } from './use-arrived.ts';
import { useHeldPlace } from './use-held-place.ts';
import { useJumps } from './use-jumps.ts';
import { type Sticky, useStickyBottom } from './use-sticky-bottom.ts';
import { useVirtualLog } from './use-virtual-log.ts';
import './styles/messages.css';

/** The messages, oldest first. Stays at the bottom only if it was there; otherwise a button tells of what came. */
export function MessageLog({ thread }: { thread: Thread }) {
  const items = thread.items.value;
  const box = useRef<HTMLDivElement>(null);
  const isPart = thread.reading.value.isPart.value;
  const name = useLogName(thread);
  const log = useVirtualLog(box, items, isPart || thread.reading.value.first.value > 1);
  const sticky = useStickyBottom(box, useArrived(thread), items, log.height);
  const reached = lastStored(items);
  const jumps = useJumps({ thread, items, box, log, leave: sticky.leave });
  const held = useHeldPlace({ thread, items, box, log, sticky });
  useMoreAtEdges({ thread, box, held });
  useLayoutEffect(() => {
    if (thread.sends.value > 0) sticky.follow();
  }, [thread.sends.value]);
  return (
    <div class="log-place">
      <div
        class="log"
        role="log"
        aria-label={name}
        // A long thread puts lines in and out as one scrolls: those are no news, and Spoken tells what is.
        aria-live={log.isLong ? 'off' : undefined}
        ref={box}
        onScroll={() => {
          // The end of a part is not the end: it is not followed.
          if (!isPart) sticky.onScroll();
          held.onScroll();
        }}
        onKeyDown={moveAmongTools}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {thread.reading.value.first.value === 1 ? (
          <EarlierButton thread={thread} />
        ) : (
          <MoreMessages thread={thread} way="before" />
        )}
        <div class="log-column">
          <div class={log.isLong ? 'log-lines log-long' : 'log-lines'} style={{ blockSize: pixels(log.height) }}>
            {log.drawn.map(({ item, index, start }) => (
              <div
                key={item.key}
                class="log-item"
                data-index={index}
                ref={log.measure}
                style={{ insetBlockStart: pixels(start) }}
              >
                <Item item={item} thread={thread} reached={reached} onQuote={jumps.toSeq} />
              </div>
            ))}
          </div>
        </div>
        {isPart && <MoreMessages thread={thread} way="after" />}
      </div>
      {jumps.unreadAbove && (
        <button type="button" class="button first-unread" {...jumps.unreadKeys} onClick={jumps.toUnread}>
          <ArrowUpIcon size={16} />
          {words.toUnread}
        </button>
      )}
      <ToNewest thread={thread} sticky={sticky} />
      {log.isLong && <Spoken items={items} thread={thread} />}
      <TypingLine thread={thread} />
      <UnsentWords thread={thread} />
    </div>
  );
}

/** Of two, each says with whom. */
function useLogName(thread: Thread): string {
  const { inbox, panes } = useDesk();
  const visitor = inbox.find(thread.id)?.visitor;
  const isAlone = panes.shown.value.length < 2 || !visitor;
  return isAlone ? strings.thread.label : paneWords.messages(nameOf(visitor));
}

/** Back to the end, with what came there meanwhile. */
function ToNewest({ thread, sticky }: { thread: Thread; sticky: Sticky }) {
  const reading = thread.reading.value;
  const { missed, isAway, follow } = sticky;
  if (missed === 0 && !isAway && !reading.isPart.value) return null;
  const toNewest = () => {
    reading.leave();
    follow();
  };
  return (
    <button type="button" class="button new-messages" onClick={toNewest}>
      <ArrowDownIcon size={16} />
      {missed > 0 ? strings.thread.newMessages(missed) : words.toNewest}
    </button>
  );
}

interface ItemProps {
  item: ThreadItem;
  thread: Thread;
  reached: string | undefined;
  onQuote(seq: number): void;
}

function Item({ item, thread, reached, onQuote }: ItemProps) {
  switch (item.kind) {
    case 'day':
      return (
        <p class="day-line">
          <span>{day(item.at)}</span>
        </p>
      );
    case 'unread':
      return (
        <p class="day-line unread-line" data-unread>
          <span>{words.unread}</span>
        </p>
      );
    case 'talk':
      return <TalkLine about={item.about} />;
    case 'state':
      return <StateLine entry={item.entry} />;
    case 'team':
      return <TeamLine entry={item.entry} />;
    case 'note':
      return (
        <div data-note={item.number || undefined} tabIndex={-1}>
          <NoteLine note={item} thread={thread} />
        </div>
      );
    case 'group':
      return <Group group={item} thread={thread} reached={reached} onQuote={onQuote} />;
  }
}

/** What the other side wrote last, for screen readers, where the log itself is quiet. */
function Spoken({ items, thread }: { items: readonly ThreadItem[]; thread: Thread }) {
  const card = useDesk().inbox.find(thread.id)?.visitor;
  const visitor = card ? called(card.label) : strings.person.visitor;
  const last = items.findLast((item) => item.kind === 'group' && !item.mine);
  const message = last?.kind === 'group' ? last.messages.at(-1) : undefined;
  const first = useRef(message?.key);
  const isNew = message !== undefined && message.key !== first.current;
  const name = last?.kind === 'group' && last.author === 'agent' ? (last.agentName ?? strings.thread.team) : visitor;
  return (
    <p class="visually-hidden" role="status">
      {isNew && words.said(name, message.body)}
    </p>
  );
}

/** Outside of the log, so that it is not read out as a message; its place is always there, so nothing jumps. */
function TypingLine({ thread }: { thread: Thread }) {
  const visitor = useDesk().inbox.find(thread.id)?.visitor;
  const colleague = thread.answering.colleague.value;
  const isTyping = thread.typing.theirs.value;
  return (
    <p class={`typing-line${colleague ? ' typing-colleague' : ''}`} aria-live="polite">
      {(isTyping || colleague) && (
        <>
          <span class="typing-dots" aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          {/* Who is about to answer matters more than who is about to ask. */}
          {colleague
            ? words.colleagueTyping(colleague.name)
            : strings.thread.typing(visitor ? called(visitor.label) : strings.person.visitor)}
        </>
      )}
    </p>
  );
}

/** J17: what the visitor writes and has not sent. Not read out: it changes with each key. */
function UnsentWords({ thread }: { thread: Thread }) {
  const text = thread.typing.words.value;
  if (!text) return null;
  return (
    <p class="unsent-words">
      <span class="unsent-words-label">{words.unsent}</span> <span dir="auto">{text}</span>
    </p>
  );
}

function pixels(height: number | undefined): string | undefined {
  return height === undefined ? undefined : `${height}px`;
}

/** The last message that has tools. */
function lastStored(items: readonly ThreadItem[]): string | undefined {
  const last = items.findLast((item) => item.kind === 'group' && item.messages.some(hasTools));
  return last?.kind === 'group' ? last.messages.findLast(hasTools)?.key : undefined;
}

function hasTools({ seq, removed }: ThreadMessage): boolean {
  return seq !== null && !removed;
}
