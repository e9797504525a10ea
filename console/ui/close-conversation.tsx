import type { CloseOutcome, Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { strings } from './strings.ts';

const OTHERS = ['unresolved', 'spam'] as const;

/** One press closes as resolved; the small menu beside it offers the other outcomes. */
export function CloseConversation({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const close = async (outcome: CloseOutcome) => {
    if (thread.closing.value) return;
    const answer = await thread.close(outcome);
    if (!answer.ok) notice.show('not_closed');
  };
  const choices = OTHERS.map((outcome) => ({
    name: strings.thread.closeAs[outcome],
    onChoose: () => void close(outcome),
  }));
  return (
    <div class="split">
      <button
        type="button"
        class="button split-main"
        aria-disabled={thread.closing.value}
        onClick={() => void close('resolved')}
      >
        <CheckIcon size={16} />
        <span>
          {strings.thread.closeShort} <span class="split-rest">{strings.thread.closeRest}</span>
        </span>
      </button>
      <Menu label={strings.thread.closeMenu} buttonClass="button split-more" choices={choices}>
        <ChevronDownIcon size={16} />
      </Menu>
    </div>
  );
}
