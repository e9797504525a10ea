import type { DeadMail } from '../../protocol/wire/mail.ts';
import { useApp } from './context.ts';
import { dayTime } from './format.ts';
import { mailWords } from './strings-of-mail.ts';

/** What was given up, with the server's own words, and the way to try it again (E2). */
export function DeadMails({ dead }: { dead: readonly DeadMail[] }) {
  const { mail } = useApp();
  return (
    <section class="card" aria-labelledby="mail-dead-title">
      <h2 id="mail-dead-title">{mailWords.dead.title}</h2>
      {dead.length === 0 && <p class="quiet">{mailWords.dead.none}</p>}
      <ul class="lines">
        {dead.map(({ id, kind, address, endedAt, tries, reason }) => (
          <li key={id}>
            <div class="line">
              <span class="line-name">
                <strong>
                  <bdi>{address}</bdi>
                </strong>
                <span class="quiet">
                  {mailWords.dead.what[kind] ?? kind}, {dayTime(endedAt)}, {mailWords.dead.tries(tries)}
                </span>
              </span>
              <span class="line-more" dir="auto">
                {reason}
              </span>
              <button
                type="button"
                class="button button-small"
                aria-label={mailWords.dead.retry(address)}
                aria-disabled={mail.busy.value}
                onClick={() => void mail.retry(id)}
              >
                {mailWords.dead.retryShort}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
