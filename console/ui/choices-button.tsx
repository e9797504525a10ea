import { useState } from 'preact/hooks';
import { ChoicesIcon } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { choiceWords } from './strings-of-choices.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

const load = () => import('./choices-dialog.tsx').then((part) => part.ChoicesDialog);

interface Props {
  body: string;
  onWrite(body: string): void;
}

/** Beside the box of an answer: offer some to choose from (W37). */
export function ChoicesButton({ body, onWrite }: Props) {
  const [open, setOpen] = useState(false);
  const { add: name } = choiceWords;
  useChoiceCommands('composer', [{ id: 'composer:choices', name, onChoose: () => setOpen(true) }]);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={name}
        title={name}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <ChoicesIcon />
      </button>
      {open && <ChoicesPart body={body} onWrite={onWrite} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The dialog, fetched when it is asked for. */
export function ChoicesPart(props: Props & { onClose(): void }) {
  return <Lazy load={load} quiet with={props} />;
}
