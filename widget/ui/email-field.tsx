import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { emailStrings } from './email-strings.ts';
import css from './styles/email.css?inline';

export { css, emailStrings as words };

export type EmailChat = Pick<ChatState, 'email' | 'emailWrong'> & Pick<ChatActions, 'writeEmail'>;

/** The optional address. Its label stands above it; what is wrong stands below and is read out with it. */
export function View({ chat }: { chat: EmailChat }) {
  const wrong = chat.emailWrong.value;
  return (
    <div class="field">
      <div class="label-row">
        <label for="deskbell-email">{emailStrings.email}</label>
        <span class="hint">{emailStrings.optional}</span>
      </div>
      <input
        id="deskbell-email"
        class="input"
        type="email"
        autocomplete="email"
        value={chat.email.value}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'deskbell-email-wrong' : undefined}
        onInput={(event) => chat.writeEmail(event.currentTarget.value)}
      />
      {wrong && (
        <p class="wrong" id="deskbell-email-wrong" role="alert">
          {emailStrings.emailWrong}
        </p>
      )}
    </div>
  );
}
