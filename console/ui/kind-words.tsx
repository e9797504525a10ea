import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime } from './format.ts';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';
import { feedbackWords as words } from './strings-of-feedback.ts';

/** K6: what was said well of one's own chats; no figure, and nobody is compared. */
export function KindWordsCard() {
  const app = useApp();
  const list = useDesk().followUps.words.value;
  if (list.length === 0) return null;
  return (
    <section class="card kind-words" aria-labelledby="kind-words">
      <h2 id="kind-words">{words.kind}</h2>
      <p class="quiet">{words.kindHint}</p>
      <ul>
        {list.map(({ conversationId, at, label, score, comment }) => (
          <li key={`${conversationId} ${at}`}>
            <blockquote class="comment" dir="auto">
              {comment}
            </blockquote>
            <p class="quiet">
              <Stars score={score} /> <span class="visually-hidden">{strings.list.rated(score)}</span>{' '}
              <a href={app.hrefOf({ name: 'inbox', conversationId })}>
                <bdi>{called(label)}</bdi>
              </a>{' '}
              · <bdi>{dayTime(at)}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
