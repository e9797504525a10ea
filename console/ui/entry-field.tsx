import { useId, useState } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string;
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'datetime-local';
  required?: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
  step?: number | 'any';
  list?: string;
  /** So that a save can lead to it. */
  id?: string;
  /** The id of what it belongs to, where another box of the page is called the same: read with its label (KB7). */
  of?: string | undefined;
  /** What is wrong with it; beside the box, and read with it. */
  fault?: string | null;
}

/** One labelled box of a settings form; unlike Field it may stay empty. What somebody is in the middle of, such as “1.” or a space, stays as it is written. */
export function EntryField(props: Props) {
  const { label, value, onInput, hint, type = 'text', required = false, id: given, of, fault, ...rest } = props;
  const made = useId();
  const id = given ?? made;
  const typing = useTyping(value);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} id={`${id}-label`}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type={type as 'text'}
        dir={type === 'text' ? 'auto' : undefined}
        value={typing.text}
        onInput={(event) => {
          typing.take(event.currentTarget.value);
          onInput(event.currentTarget.value);
        }}
        onBlur={typing.leave}
        autocomplete={type === 'password' ? 'new-password' : 'off'}
        spellcheck={false}
        required={required}
        aria-labelledby={of && `${id}-label ${of}`}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        {...rest}
      />
      {fault && (
        <p class="problem" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** `value` may be what was made of the text: a number, a list, a word without the space behind it. As long as it is that, the text stands. */
function useTyping(value: string) {
  const [typed, setTyped] = useState<{ text: string; made: string | null } | null>(null);
  // The first drawing after a key has what was made of it.
  if (typed && typed.made === null) typed.made = value;
  return {
    text: typed?.made === value ? typed.text : value,
    take: (text: string) => setTyped({ text, made: null }),
    leave: () => setTyped(null),
  };
}
