import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { strings } from './strings.ts';

interface Props {
  label: string;
  name: string;
  value: string;
  onInput(value: string): void;
  type?: 'text' | 'email' | 'password';
  autocomplete: string;
  hint?: string;
  minLength?: number;
  maxLength?: number;
  invalid?: boolean;
  focused?: boolean;
}

/** One labelled box. A hint stands before typing, not after a mistake; a password can be looked at. */
export function Field(props: Props) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const type = props.type ?? 'text';
  const box = useRef<HTMLInputElement>(null);
  const { focused } = props;
  useEffect(() => {
    if (focused) box.current?.focus();
  }, []);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <input
        id={id}
        name={props.name}
        // One type of several: JSX types know an input only by a single literal.
        type={(shown ? 'text' : type) as 'text'}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        autocomplete={props.autocomplete}
        {...(props.hint ? { 'aria-describedby': `${id}-hint` } : {})}
        {...(props.invalid ? { 'aria-invalid': true } : {})}
        {...(props.minLength ? { minLength: props.minLength } : {})}
        {...(props.maxLength ? { maxLength: props.maxLength } : {})}
        spellcheck={false}
        autocapitalize="none"
        ref={box}
        required
      />
      {type === 'password' && (
        <label class="field-reveal">
          <input
            type="checkbox"
            aria-label={`${strings.door.showPassword}: ${props.label}`}
            checked={shown}
            onChange={(event) => setShown(event.currentTarget.checked)}
          />
          {strings.door.showPassword}
        </label>
      )}
    </div>
  );
}
