import { useRef } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import { useDesk } from './context.ts';

/** How many messages of the visitor and of colleagues came since the thread was opened, whatever part of it is shown. */
export function useArrived(thread: Thread): number {
  const { entries, last } = thread.timeline.value;
  const { me } = useDesk();
  const opened = useRef(last);
  let count = 0;
  for (const entry of entries.slice(Math.min(0, opened.current - last) || entries.length)) {
    if (entry.kind === 'message' && entry.agent?.id !== me.id) count += 1;
  }
  return count;
}
