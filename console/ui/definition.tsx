import { useId, useState } from 'preact/hooks';
import { QuestionIcon } from './icons.tsx';
import { chartWords } from './strings-of-charts.ts';

/** What a figure means, one press away. */
export function Definition({ measure, text }: { measure: string; text: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const name = chartWords.define(measure);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
  };
  return (
    <span class="definition">
      <button
        type="button"
        class="icon-button icon-button-small"
        aria-label={name}
        title={name}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      >
        <QuestionIcon size={16} />
      </button>
      <span class="definition-text" id={id} role="note" hidden={!open}>
        {text}
      </span>
    </span>
  );
}
