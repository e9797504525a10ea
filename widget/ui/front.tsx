import type { Front } from '../../protocol/wire/front.ts';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { Formats } from './formats.ts';
import { frontStrings as words } from './front-strings.ts';
import { IntakeForm, ReadMore } from './intake-form.tsx';
import css from './styles/front.css?inline';

export { css, words };

export interface FrontProps {
  chat: Pick<ChatState, 'front' | 'intake' | 'screen' | 'outgoing' | 'thread'> & Pick<ChatActions, 'retry'>;
  /** `form`: under a message that waits for it; otherwise the banner, and what stands in an empty chat. */
  formats: Formats;
  part?: 'form';
  /** The message that waits. */
  clientId?: string;
}

/** What the owner put around the chat (B rules). */
export function View({ chat, formats, part, clientId }: FrontProps) {
  const front = chat.front.value;
  if (!front) return null;
  if (part !== 'form')
    return (
      <>
        <Banner front={front} />
        {!chat.thread.value.length && <Home chat={chat} formats={formats} front={front} />}
      </>
    );
  // Several messages may wait: the last one asks for all of them.
  const last = chat.outgoing.value.findLast(({ error }) => error === 'form_required');
  if (last?.clientId !== clientId) return null;
  return (
    <form
      class="card full"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid=true]');
        if (wrong) wrong.focus();
        else sendWaiting(chat);
      }}
    >
      <p>{words.asked}</p>
      <IntakeForm chat={chat} front={front} strict />
      <div class="row">
        <button type="submit" class="button">
          {words.go}
        </button>
      </div>
    </form>
  );
}

function sendWaiting({ outgoing, retry }: FrontProps['chat']): void {
  for (const { clientId, error } of outgoing.peek()) if (error === 'form_required') retry(clientId);
}

function Banner({ front: { banner } }: { front: Front }) {
  if (!banner) return null;
  return (
    <div class={`bar-line banner ${banner.tone}`} role="status">
      <span class="owner-said">
        {banner.text} <ReadMore link={banner.link} />
      </span>
    </div>
  );
}

function Home({ chat, formats, front }: Pick<FrontProps, 'chat' | 'formats'> & { front: Front }) {
  const { replyMs } = front;
  return (
    <>
      {replyMs && chat.screen.value === 'start' && (
        <p class="reply-time">{words.replies(lengthOf(formats.locale, replyMs.most))}</p>
      )}
      {(front.topics || front.form) && (
        <div class="card">
          <IntakeForm chat={chat} front={front} />
        </div>
      )}
    </>
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Rounded up, so that what is said is kept; spelled by the browser in the visitor's language. */
function lengthOf(locale: string, ms: number): string {
  const [unit, count] =
    ms <= 90 * MINUTE_MS
      ? (['minute', Math.max(1, Math.ceil(ms / MINUTE_MS))] as const)
      : ms <= 36 * HOUR_MS
        ? (['hour', Math.ceil(ms / HOUR_MS)] as const)
        : (['day', Math.ceil(ms / (24 * HOUR_MS))] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
