import { useId } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string;
  type?: 'text' | 'email' | 'password' | 'number';
  required?: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
}

/** One labelled box of a settings form; unlike Field it may stay empty. */
export function EntryField({ label, value, onInput, hint, type = 'text', required = false, ...rest }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type={type as 'text'}
        dir={type === 'text' ? 'auto' : undefined}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        autocomplete={type === 'password' ? 'new-password' : 'off'}
        spellcheck={false}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
      />
    </div>
  );
}
