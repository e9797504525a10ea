import type { Thread } from '../model/thread.ts';
import type { ThreadMessage } from '../model/thread-items.ts';
import { useApp } from './context.ts';
import { languageName } from './format.ts';
import { helpingWords as words } from './strings-of-helping.ts';

/** CS8: the same in the reader's language, under what was written. */
export function TranslatedLine({ message, thread }: { message: ThreadMessage; thread: Thread }) {
  const talk = useApp().outside.value?.known(thread.id);
  const { seq, body } = message;
  if (!talk || seq === null) return null;
  const found = talk.translating.of({ seq, body });
  if (!found)
    return talk.translating.asking.value.has(seq) ? <p class="mark translated-mark">{words.translating}</p> : null;
  return (
    <div class="translated">
      <p class="mark">{found.from === null ? words.translated : words.translatedFrom(languageName(found.from))}</p>
      <p dir="auto">{found.text}</p>
    </div>
  );
}
