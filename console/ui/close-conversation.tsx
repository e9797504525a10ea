import type { CloseOutcome, Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { CheckIcon, ChevronDownIcon } from './icons.tsx';
import { useKeysOf } from './keys.tsx';
import { Menu } from './menu.tsx';
import { strings } from './strings.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

const OTHERS = ['unresolved', 'spam'] as const;
/** Two strokes: one that slips closes nothing. */
const KEYS = { unresolved: 'c u', spam: 'c s' } as const;

/** One press closes as resolved; the small menu beside it offers the other outcomes. */
export function CloseConversation({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const close = async (outcome: CloseOutcome) => {
    if (thread.closing.value) return;
    const answer = await thread.close(outcome);
    if (!answer.ok) notice.show('not_closed');
  };
  const choices = OTHERS.map((outcome) => ({
    ...{ id: `thread:close-${outcome}`, keys: KEYS[outcome], name: strings.thread.closeAs[outcome] },
    onChoose: () => void close(outcome),
  }));
  const name = `${strings.thread.closeShort} ${strings.thread.closeRest}`;
  const first = { id: 'thread:close', keys: 'c c', name, onChoose: () => void close('resolved') };
  useChoiceCommands('thread', [first, ...choices]);
  return (
    <div class="split">
      <button
        type="button"
        class="button split-main"
        {...useKeysOf('thread:close', name)}
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
