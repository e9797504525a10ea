import type { Thread } from '../model/thread.ts';
import { useDesk } from './context.ts';
import { composerWords } from './strings-of-composer.ts';
import { useCommands } from './use-commands.ts';

/** The last seconds in which a message can be called back (D8). */
export function UndoBar({ thread }: { thread: Thread }) {
  const { composing, ticker } = useDesk();
  const words = composerWords.undo;
  const item = composing.held.of(thread.id);
  useCommands(
    () => [
      {
        id: 'composer:undo',
        group: 'composer',
        name: () => composerWords.undo.undo,
        keys: 'alt+z',
        applies: () => composing.held.of(thread.id) !== null,
        run: () => {
          const held = composing.held.of(thread.id);
          if (held) composing.undo(held.clientId);
        },
      },
    ],
    [thread],
  );
  if (!item) return null;
  // Drawn anew each second; the bar's own clock is this browser's, as the hold's.
  void ticker.now.value;
  const seconds = Math.max(1, Math.ceil((item.until - composing.now()) / 1_000));
  return (
    <section class="undo-bar" aria-label={words.label}>
      <p>
        <span aria-hidden="true">{words.leaves(seconds)}</span>
        {/* Read out once, not with every second. */}
        <span class="visually-hidden" role="status">
          {words.label}
        </span>
        {item.close && <span class="quiet"> {words.closes}</span>}
      </p>
      <button
        type="button"
        class="button button-small"
        aria-keyshortcuts="Alt+Z"
        onClick={() => composing.undo(item.clientId)}
      >
        {words.undo}
      </button>
      <button type="button" class="link-button" onClick={() => composing.held.release(item.clientId)}>
        {words.now}
      </button>
    </section>
  );
}
