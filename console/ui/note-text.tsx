import { mentionPieces } from '../../protocol/kit/names-in-text.ts';
import { useDesk } from './context.ts';
import './styles/composer.css';

/** The words of a note, names of colleagues marked (D10). */
export function NoteText({ body }: { body: string }) {
  const { team, me } = useDesk();
  const pieces = mentionPieces(body, team.members.value);
  return (
    <p class="note-body" dir="auto">
      {pieces.map(({ text, ids }, at) =>
        ids.length === 0 ? (
          text
        ) : (
          <bdi key={at} class={ids.includes(me.id) ? 'mention-name mention-me' : 'mention-name'}>
            {text}
          </bdi>
        ),
      )}
    </p>
  );
}
