import { useRef } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import type { ThreadItem } from '../model/thread-items.ts';
import { useDesk } from './context.ts';
import { day } from './format.ts';
import { ArrowDownIcon } from './icons.tsx';
import { Group } from './message-group.tsx';
import { NoteLine } from './note-line.tsx';
import { StateLine } from './state-line.tsx';
import { strings } from './strings.ts';
import { TeamLine } from './team-line.tsx';
import { useStickyBottom } from './use-sticky-bottom.ts';

/** The messages, oldest first. Stays at the bottom only if it was there; otherwise a button tells of what came. */
export function MessageLog({ thread }: { thread: Thread }) {
  const items = thread.items.value;
  const typing = thread.typing.theirs.value;
  const box = useRef<HTMLDivElement>(null);
  const theirs = countTheirs(items);
  const sticky = useStickyBottom(box, theirs, items);
  return (
    <div class="log-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div class="log" role="log" aria-label={strings.thread.label} ref={box} onScroll={sticky.onScroll} tabIndex={0}>
        <div class="log-column">
          {items.map((item) => (
            <Item key={item.key} item={item} thread={thread} />
          ))}
        </div>
      </div>
      {sticky.missed > 0 && (
        <button type="button" class="button new-messages" onClick={sticky.toBottom}>
          <ArrowDownIcon size={16} />
          {strings.thread.newMessages(sticky.missed)}
        </button>
      )}
      <TypingLine thread={thread} typing={typing} />
    </div>
  );
}

function Item({ item, thread }: { item: ThreadItem; thread: Thread }) {
  if (item.kind === 'day') {
    return (
      <p class="day-line">
        <span>{day(item.at)}</span>
      </p>
    );
  }
  if (item.kind === 'state') return <StateLine entry={item.entry} />;
  if (item.kind === 'team') return <TeamLine entry={item.entry} />;
  if (item.kind === 'note') return <NoteLine note={item} thread={thread} />;
  return <Group group={item} thread={thread} />;
}

/** Outside of the log, so that it is not read out as a message; its place is always there, so nothing jumps. */
function TypingLine({ thread, typing }: { thread: Thread; typing: boolean }) {
  const visitor = useDesk().inbox.find(thread.id)?.visitor;
  return (
    <p class="typing-line" aria-live="polite">
      {typing && (
        <>
          <span class="typing-dots" aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          {strings.thread.typing(visitor?.label ?? strings.person.visitor)}
        </>
      )}
    </p>
  );
}

function countTheirs(items: readonly ThreadItem[]): number {
  return items.reduce((sum, item) => sum + (item.kind === 'group' && !item.mine ? item.messages.length : 0), 0);
}
