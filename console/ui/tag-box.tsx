import { useId, useRef, useState } from 'preact/hooks';
import { CloseIcon } from './icons.tsx';
import './styles/people.css';
import { useChoiceCommands } from './use-choice-commands.ts';

interface Props {
  title: string;
  /** Of the command that leads to the box for one more. */
  command: `thread:${string}` | `people:${string}`;
  tags: readonly string[];
  charsMax: number;
  busy: boolean;
  mayWrite: boolean;
  words: { new: string; placeholder: string; add: string; remove(tag: string): string };
  /** Used elsewhere, to be chosen instead of written anew. */
  known?: readonly string[];
  /** Answers with why it was not done. */
  onAdd(tag: string): Promise<string | null>;
  onRemove(tag: string): Promise<string | null>;
}

/** Tags of something, each to be taken away, and a box for one more. */
export function TagBox({ title, command, tags, charsMax, busy, mayWrite, words, known = [], onAdd, onRemove }: Props) {
  const listId = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const group = command.startsWith('thread:') ? 'thread' : 'people';
  const toBox = () => box.current?.focus();
  useChoiceCommands(group, mayWrite ? [{ id: command, name: words.new, onChoose: toBox }] : []);
  const add = async () => {
    const tag = text.trim();
    if (!tag || busy) return;
    const refused = await onAdd(tag);
    setProblem(refused);
    if (refused === null) setText('');
    box.current?.focus();
  };
  const remove = async (tag: string) => {
    setProblem(await onRemove(tag));
    // The button that was pressed is gone.
    box.current?.focus();
  };
  const others = known.filter((tag) => !tags.includes(tag));
  return (
    <>
      <h3>{title}</h3>
      <ul class="person-tags" aria-label={title}>
        {tags.map((tag) => (
          <Tag key={tag} tag={tag} name={words.remove(tag)} onRemove={mayWrite ? () => void remove(tag) : null} />
        ))}
      </ul>
      {mayWrite && (
        <form
          class="person-tag-form field"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            ref={box}
            type="text"
            dir="auto"
            aria-label={words.new}
            placeholder={words.placeholder}
            maxLength={charsMax}
            autocomplete="off"
            list={others.length > 0 ? listId : undefined}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          {others.length > 0 && (
            <datalist id={listId}>
              {others.map((tag) => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
          )}
          <button type="submit" class="button" aria-disabled={busy}>
            {words.add}
          </button>
        </form>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** One tag, with the button that takes it away. */
function Tag({ tag, name, onRemove }: { tag: string; name: string; onRemove: (() => void) | null }) {
  return (
    <li class="person-tag">
      <bdi>{tag}</bdi>
      {onRemove && (
        <button type="button" aria-label={name} title={name} onClick={onRemove}>
          <CloseIcon size={14} />
        </button>
      )}
    </li>
  );
}
