import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { handed } from './handed.ts';
import { redirectStrings as words } from './redirect-strings.ts';
import css from './styles/redirect.css?inline';

export { css, words };

export interface RedirectProps {
  chat: Pick<ChatState, 'front'> & Pick<ChatActions, 'ask'>;
  back(): void;
}

/** The visitor asks for another department, served or waiting (W40, T20). */
export function View({ chat, back }: RedirectProps) {
  const [topic, choose] = handed.useState('');
  const [note, setNote] = handed.useState('');
  const [busy, setBusy] = handed.useState(false);
  const [failed, fail] = handed.useState<ErrorCode | null>(null);
  const head = handed.useRef<HTMLButtonElement>(null);
  // What stood here until this part had come is gone, and the focus with it.
  handed.useLayoutEffect(() => head.current?.focus(), []);
  const go = async () => {
    if (busy || !topic) return;
    setBusy(true);
    const error = await redirect(chat.ask, topic, note);
    setBusy(false);
    if (error) fail(error);
    else back();
  };
  return (
    <form
      class="side"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div class="side-head">
        <button type="button" class="quiet square" data-focus ref={head} aria-label={words.back} onClick={back}>
          <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M12.500 4.500 7 10l5.500 5.500" />
          </svg>
        </button>
        <h3>{words.title}</h3>
      </div>
      <p class="hint">{words.more}</p>
      <fieldset class="elsewhere">
        <legend class="label">{words.where}</legend>
        {chat.front.value?.departments?.map(({ key, label }) => (
          <label key={key}>
            <input
              type="radio"
              name="deskbell-department"
              required
              checked={topic === key}
              onChange={() => choose(key)}
            />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </fieldset>
      <label class="label" for="deskbell-redirect-why">
        {words.why}
      </label>
      <textarea
        id="deskbell-redirect-why"
        class="input"
        rows={3}
        dir="auto"
        maxLength={NOTE_CHARS_MAX}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <p class="wrong" role="alert">
        {failed && (failed === 'rate_limited' ? words.tooOften : words.notNow)}
      </p>
      <button type="submit" class="button" aria-disabled={busy}>
        {busy ? words.going : words.go}
      </button>
    </form>
  );
}

/** As REDIRECT_NOTE_CHARS_MAX: a longer one the relay refuses, and says so. */
const NOTE_CHARS_MAX = 500;

/** Null: it went there. */
async function redirect(ask: ChatActions['ask'], topic: string, note: string): Promise<ErrorCode | null> {
  const own = await ask('conversation:list', {});
  const open = own.ok ? own.value.conversations.find(({ closedAt }) => closedAt === null) : undefined;
  if (!open) return own.ok ? 'not_found' : own.error;
  const { conversationId } = open;
  const answer = await ask('conversation:redirect', {
    conversationId,
    topic,
    ...(note.trim() && { note: note.trim() }),
  });
  return answer.ok ? null : answer.error;
}
