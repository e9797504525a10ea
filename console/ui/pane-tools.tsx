import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { CloseIcon } from './icons.tsx';
import { useKeysOf } from './keys.tsx';
import { focusBox } from './pane-of.ts';
import { paneWords as words } from './strings-of-panes.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

/** What there is to do with one of two that one has nothing of: to the other, and away with this one (U16). */
export function PaneTools({ thread }: { thread: Thread }) {
  const app = useApp();
  const { panes } = useDesk();
  const other = panes.shown.value.find(({ id }) => id !== thread.id)?.id;
  const close = () => {
    void app.closePane(thread.id);
    if (other !== undefined) focusBox(other);
  };
  const toOther = () => {
    if (other !== undefined) focusBox(other);
  };
  useChoiceCommands('thread', [
    { id: 'pane:other', keys: 'f6', name: words.other, onChoose: toOther },
    { id: 'pane:close', keys: 'alt+w', name: words.close, onChoose: close },
  ]);
  return (
    <button
      type="button"
      class="icon-button pane-close"
      aria-label={words.close}
      {...useKeysOf('pane:close', words.close)}
      onClick={close}
    >
      <CloseIcon />
    </button>
  );
}
