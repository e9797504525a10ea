import type { Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { strings } from './strings.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

/** What one may do instead of writing: take it. */
export function HandButtons({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const { hand } = thread;
  const { pick, takeOver } = hand.offered.value;
  const run = async (command: 'conversation:pick' | 'conversation:takeover') => {
    if (!(await hand.do(command))) notice.refuse(hand.refused.value);
  };
  const choices = [
    ...(pick ? [{ command: 'conversation:pick', name: strings.team.pickLong } as const] : []),
    ...(takeOver ? [{ command: 'conversation:takeover', name: strings.team.takeOver } as const] : []),
  ];
  useChoiceCommands(
    'thread',
    choices.map(({ command, name }, at) => ({
      ...{ id: command, name, onChoose: () => void run(command) },
      ...(at === 0 ? { keys: 't' } : {}),
    })),
  );
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
