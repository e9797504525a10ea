import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  selected: boolean;
  onChoose(): void;
  children: ComponentChildren;
}

/** A line of a list above a text box. The box has the focus and its keys; a press is the mouse's way. */
export function PickerLine({ id, selected, onChoose, children }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keyboard, as a combobox does
    <div
      id={id}
      class="picker-line"
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
