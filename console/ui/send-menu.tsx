import { useEffect } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { ChevronDownIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { composerWords as words } from './strings-of-composer.ts';
import { macroWords } from './strings-of-macros.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

/** Beside the button: the other ways to send, and how Enter is meant. */
export function SendMenu({ thread }: { thread: Thread }) {
  const { notice, macros } = useApp();
  const { composing, team, inbox } = useDesk();
  const text = thread.draft.value.trim();
  const isReady = text.length > 0 && text.length <= thread.textCharsMax;
  const end = (outcome: 'resolved' | 'unresolved') => {
    if (!composing.sendAndClose(thread, outcome)) notice.show('outbox_full');
  };
  const sending = [
    ...(thread.mayClose.value
      ? [
          { id: 'composer:resolve', name: words.closeResolved, onChoose: () => end('resolved') },
          { id: 'composer:unresolve', name: words.closeUnresolved, onChoose: () => end('unresolved') },
        ]
      : []),
    {
      id: 'composer:later',
      name: words.later,
      onChoose: () => composing.ask({ conversationId: thread.id, body: text }),
    },
  ];
  // Asked for when the menu is about to be opened: they are few, and nobody waits.
  useEffect(() => void macros.load(), [macros]);
  const departmentId = inbox.find(thread.id)?.departmentId ?? null;
  const runs = macros.find('/', departmentId).map((macro) => ({
    id: `macro:${macro.id}`,
    name: macroWords.run(macro.name),
    onChoose: () => void composing.runs.run(thread.id, macro),
  }));
  const breaks = composing.enterBreaks.value;
  const choices = [
    ...(isReady ? sending : []),
    ...runs,
    {
      id: 'composer:enter',
      name: breaks ? words.enterSends : words.enterBreaks,
      onChoose: () => composing.setEnterBreaks(!breaks),
    },
    ...(team.undoMs.value > 0
      ? [
          {
            id: 'composer:hold',
            name: composing.undoOff.value ? words.undoOn : words.undoOff,
            onChoose: () => composing.setUndoOff(!composing.undoOff.peek()),
          },
        ]
      : []),
  ];
  useChoiceCommands('composer', choices);
  return (
    <div class="split split-up">
      <Menu label={words.more} buttonClass="icon-button send-more" choices={choices}>
        <ChevronDownIcon size={18} />
      </Menu>
    </div>
  );
}
