import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Refusal } from '../../protocol/wire/errors.ts';
import { AlertIcon } from './icons.tsx';
import { meanwhileWords as words } from './strings-of-meanwhile.ts';
import { settingsWords } from './strings-of-settings.ts';
import './styles/conflict.css';
import { type ListForm, type RecordForm, useWhen } from './use-record.ts';

interface Props {
  form: RecordForm;
  problem: Refusal | null;
  /** Saves what is typed, over what is stored now. */
  onSave(): void;
}

/** Somebody else saved this record since it was read (Z13). Where both changed the same, the person looks at both and chooses. */
export function Meanwhile({ form, problem, onSave }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isMet = problem?.error === 'changed_meanwhile' && form.isOld;
  const isAsked = isMet && form.clashes();
  const save = () => {
    form.show(false);
    form.rebase();
    onSave();
  };
  // What only one of the two changed is kept from both without a question.
  useWhen(isMet && !isAsked, save);
  useLayoutEffect(() => {
    const others = [...(place.current?.parentElement?.children ?? [])].filter((one) => one !== place.current);
    for (const one of others) one.toggleAttribute('inert', isAsked && form.theirs);
    return () => {
      for (const one of others) one.removeAttribute('inert');
    };
  }, [isAsked, form.theirs]);
  if (!isAsked) return <div ref={place} hidden />;
  return (
    <div ref={place} class="draft-conflict meanwhile" role="alert">
      <p>
        <AlertIcon size={18} />{' '}
        {form.theirs ? words.theirsShown : problem?.by ? words.changedBy(problem.by) : words.changed}
      </p>
      <div class="draft-buttons">
        <button type="button" class="button" aria-pressed={form.theirs} onClick={() => form.show(!form.theirs)}>
          {words.seeTheirs}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            form.show(false);
            form.close();
          }}
        >
          {words.takeTheirs}
        </button>
        <button type="button" class="button button-primary" onClick={save}>
          {words.keepMine}
        </button>
      </div>
    </div>
  );
}

/** Under a list: what became of the form that was open in it (Z13). */
export function Became({ of: { became } }: { of: ListForm }) {
  return (
    <>
      <p class="done" role="status">
        {became === 'saved' && settingsWords.saved}
      </p>
      <p class="problem" role="alert">
        {became === 'gone' && words.gone}
      </p>
    </>
  );
}
