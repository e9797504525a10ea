import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string;
  maxLength?: number;
  rows?: number;
  id?: string;
  /** The id of what it belongs to, where another box of the page is called the same: read with its label (KB7). */
  of?: string | undefined;
  fault?: string | null;
  focused?: boolean;
}

/** A labelled box for a few lines. */
export function TextField(props: Props) {
  const { label, value, onInput, hint, maxLength, rows = 2, id: given, of, fault, focused } = props;
  const made = useId();
  const id = given ?? made;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (focused) box.current?.focus();
  }, []);
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
      <textarea
        id={id}
        ref={box}
        dir="auto"
        rows={rows}
        value={value}
        maxLength={maxLength}
        onInput={(event) => onInput(event.currentTarget.value)}
        aria-labelledby={of && `${id}-label ${of}`}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
      />
      {fault && (
        <p class="problem" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
