import type { Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { strings } from './strings.ts';

/** What one may do instead of writing: take it. */
export function HandButtons({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const { hand } = thread;
  const { pick, takeOver } = hand.offered.value;
  const run = async (command: 'conversation:pick' | 'conversation:takeover') => {
    if (!(await hand.do(command))) notice.refuse(hand.refused.value);
  };
  if (!pick && !takeOver) return null;
  return (
    <p class="barrier-actions">
      {pick && (
        <button
          type="button"
          class="button button-primary"
          aria-disabled={hand.busy.value}
          onClick={() => void run('conversation:pick')}
        >
          {strings.team.pickLong}
        </button>
      )}
      {takeOver && (
        <button
          type="button"
          class="button"
          aria-disabled={hand.busy.value}
          onClick={() => void run('conversation:takeover')}
        >
          {strings.team.takeOver}
        </button>
      )}
    </p>
  );
}
