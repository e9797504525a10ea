import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Person } from '../../protocol/wire/people.ts';
import { useApp, useDesk } from './context.ts';
import { CloseIcon } from './icons.tsx';
import { peopleProblem } from './people-problem.ts';
import { peopleWords as words } from './strings-of-people.ts';

/** The team's own tags, and by what reports split this person (J2). */
export function PersonTags({ person: { tags, segments } }: { person: Person }) {
  const { people } = useApp();
  const mayWrite = useDesk().may('person:write');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Refusal | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const add = async () => {
    const tag = text.trim();
    if (!tag) return;
    const refused = await people.addTag(tag);
    setProblem(refused);
    if (!refused) setText('');
    box.current?.focus();
  };
  const remove = async (tag: string) => {
    setProblem(await people.removeTag(tag));
    // The button that was pressed is gone.
    box.current?.focus();
  };
  return (
    <section class="person-part" aria-label={words.tags}>
      <h3>{words.tags}</h3>
      <ul class="person-tags">
        {tags.map((tag) => (
          <Tag key={tag} tag={tag} onRemove={mayWrite ? () => void remove(tag) : null} />
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
            aria-label={words.newTag}
            placeholder={words.addTag}
            maxLength={people.limits.tagMax}
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" class="button" aria-disabled={people.busy.value}>
            {words.add}
          </button>
        </form>
      )}
      {problem && (
        <p class="problem" role="alert">
          {peopleProblem(problem)}
        </p>
      )}
      {segments.length > 0 && <Segments segments={segments} />}
    </section>
  );
}

/** By what reports split her. */
function Segments({ segments }: { segments: readonly string[] }) {
  return (
    <div class="fact">
      <span class="person-name">{words.segments}</span>
      <ul class="person-tags">
        {segments.map((segment) => (
          <li class="person-segment" key={segment}>
            <bdi>{segment}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One tag, with the button that takes it away. */
function Tag({ tag, onRemove }: { tag: string; onRemove: (() => void) | null }) {
  return (
    <li class="person-tag">
      <bdi>{tag}</bdi>
      {onRemove && (
        <button type="button" aria-label={words.removeTag(tag)} title={words.removeTag(tag)} onClick={onRemove}>
          <CloseIcon size={14} />
        </button>
      )}
    </li>
  );
}
