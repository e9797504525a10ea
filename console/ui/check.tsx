interface Props {
  checked: boolean;
  onChange(checked: boolean): void;
  /** Read with it. */
  hint?: string;
  children: string;
}

/** A box to tick, with its words. */
export function Check({ checked, onChange, hint, children }: Props) {
  if (hint === undefined)
    return (
      <label class="check">
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
        {children}
      </label>
    );
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        <strong>{children}</strong>
        <span class="field-hint">{hint}</span>
      </span>
    </label>
  );
}
