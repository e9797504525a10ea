import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { strings } from './strings.ts';

type EmailChat = Pick<ChatState, 'email' | 'emailWrong'> & Pick<ChatActions, 'writeEmail'>;

/** The optional address. Its label stands above it; what is wrong stands below and is read out with it. */
export function EmailField({ chat }: { chat: EmailChat }) {
  const wrong = chat.emailWrong.value;
  return (
    <div class="field">
      <div class="label-row">
        <label for="deskbell-email">{strings.email}</label>
        <span class="hint">{strings.optional}</span>
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
          {strings.emailWrong}
        </p>
      )}
    </div>
  );
}

/** For whoever has written already and may want to add how to be reached. */
export function LeaveEmail({ chat }: { chat: EmailChat & Pick<ChatActions, 'leaveEmail'> }) {
  return (
    <form
      class="leave-email"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        chat.leaveEmail();
      }}
    >
      <EmailField chat={chat} />
      <button type="submit" class="button" aria-disabled={chat.email.value.trim() === ''}>
        {strings.leaveEmail}
      </button>
    </form>
  );
}
