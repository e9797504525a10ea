import type { ChatActions } from '../model/chat-view.ts';
import type { EmailChat } from './email-field.tsx';
import { Later } from './later.tsx';
import { strings } from './strings.ts';
import type { Views } from './views.ts';

/** For whoever has written already and may want to add how to be reached. */
export function LeaveEmail({
  chat,
  views,
}: {
  chat: EmailChat & Pick<ChatActions, 'leaveEmail'>;
  views: Pick<Views, 'email'>;
}) {
  return (
    <form
      class="leave-email"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        chat.leaveEmail();
      }}
    >
      <Later of={views.email} with={{ chat }} />
      <button type="submit" class="button" aria-disabled={chat.email.value.trim() === ''}>
        {strings.leaveEmail}
      </button>
    </form>
  );
}
