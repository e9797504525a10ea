import { useState } from 'preact/hooks';
import { useApp } from './context.ts';
import { Dialog } from './dialog.tsx';
import { LinesField } from './lines-field.tsx';
import { choiceWords } from './strings-of-choices.ts';

export interface ChoicesDialogProps {
  body: string;
  onWrite(body: string): void;
  onClose(): void;
}

/** The answers that a message offers, one a line (W37). They stand in the text from then on, where everybody can read and change them. */
export function ChoicesDialog({ body, onWrite, onClose }: ChoicesDialogProps) {
  const { offering } = useApp();
  const words = choiceWords;
  const { min, max, charsMax } = offering.limits;
  const had = offering.in(body)?.choices ?? [];
  const [lines, setLines] = useState(had);
  const [wrong, setWrong] = useState(false);
  const write = (choices: readonly string[]) => {
    onWrite(offering.put(body, choices));
    onClose();
  };
  return (
    <Dialog title={words.add} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (offering.fits(lines)) write(lines);
          else setWrong(true);
        }}
      >
        <p class="quiet">{words.hint(min, max)}</p>
        <LinesField
          label={words.label}
          rows={6}
          lines={lines}
          onChange={(next) => {
            setLines(next);
            setWrong(false);
          }}
          fault={wrong ? words.wrong(min, max, charsMax) : null}
        />
        <p class="dialog-actions">
          <button type="submit" class="button button-primary">
            {words.put}
          </button>
          {had.length > 0 && (
            <button type="button" class="button" onClick={() => write([])}>
              {words.remove}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
