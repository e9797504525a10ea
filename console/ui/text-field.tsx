import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: string;
  maxLength?: number;
  rows?: number;
  id?: string;
  fault?: string | null;
  focused?: boolean;
}

/** A labelled box for a few lines. */
export function TextField({ label, value, onInput, hint, maxLength, rows = 2, id: given, fault, focused }: Props) {
  const made = useId();
  const id = given ?? made;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (focused) box.current?.focus();
  }, []);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
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
