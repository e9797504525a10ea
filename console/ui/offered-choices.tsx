import { useApp } from './context.ts';
import { choiceWords } from './strings-of-choices.ts';
import './styles/choices.css';

/** A text, and the answers that it offers as what they are (W37): the visitor presses them, the team only sees them. */
export function OfferedWords({ body }: { body: string }) {
  const offering = useApp().offering.in(body);
  if (!offering) return <>{body}</>;
  return (
    <>
      {offering.text}
      <Choices label={choiceWords.offered} choices={offering.choices} />
    </>
  );
}

/** Under a box: what becomes of its last lines. */
export function ChoicesPreview({ body }: { body: string }) {
  const offering = useApp().offering.in(body);
  return offering && <Choices label={choiceWords.preview} choices={offering.choices} />;
}

function Choices({ label, choices }: { label: string; choices: readonly string[] }) {
  return (
    <span class="offered">
      <span class="offered-label">{label}</span>{' '}
      {choices.map((choice) => (
        <span key={choice} class="offered-one">
          <bdi>{choice}</bdi>{' '}
        </span>
      ))}
    </span>
  );
}
