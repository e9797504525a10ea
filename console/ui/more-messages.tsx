import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Way } from '../model/reading.ts';
import type { Thread } from '../model/thread.ts';
import { messageWords as words } from './strings-of-messages.ts';

/** At an edge of what is held of a long thread. Scrolling there asks for more; the button is for who does not scroll. */
export function MoreMessages({ thread, way }: { thread: Thread; way: Way }) {
  const { reading, failed } = thread.reading.value;
  const hasFailed = failed.value === way;
  const name = way === 'before' ? words.earlierMessages : words.laterMessages;
  return (
    <div class="earlier-place">
      <span class="quiet" role="status">
        {reading.value === way && words.earlierLoading}
        {hasFailed && words.moreFailed}{' '}
      </span>
      {/* It stays while more comes: whoever pressed it keeps the focus, and a second press asks for nothing. */}
      <button type="button" class="link-button" onClick={() => void thread.reading.value.more(way)}>
        {hasFailed ? words.again : name}
      </button>
    </div>
  );
}

/** So near to an edge the next page is asked for, so that it is there when somebody arrives. */
const NEAR_PX = 600;

interface Parts {
  thread: Thread;
  box: RefObject<HTMLElement | null>;
  held: { isMoving(): boolean; onSettled(then: () => void): void };
}

/** Reads on where somebody comes near an edge, and where what is held does not fill the box. */
export function useMoreAtEdges({ thread, box, held }: Parts): void {
  useEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const reading = thread.reading.peek();
      // Without a layout nothing is near. What did not come is asked for again by a press.
      if (clientHeight === 0 || held.isMoving() || reading.failed.peek() !== null) return;
      // Who came to the button by Tab decides by pressing it: it would be carried away from under the focus.
      if (document.activeElement?.matches('.earlier-place button')) return;
      if (scrollTop < NEAR_PX) void reading.more('before');
      if (scrollHeight - scrollTop - clientHeight < NEAR_PX) void reading.more('after');
    };
    held.onSettled(look);
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [thread]);
}
