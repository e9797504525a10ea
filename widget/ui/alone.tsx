import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { aloneStrings as words } from './alone-strings.ts';
import type { EmailChat } from './email-field.tsx';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import type { LaterView } from './later.tsx';
import type { ServiceProps } from './service.tsx';
import css from './styles/card.css?inline';

export { css, words };

export interface AloneProps {
  chat: ChatState & ChatActions;
  formats: Formats;
  views: { service: LaterView<ServiceProps>; email: LaterView<{ chat: EmailChat }> };
}

/** From here on it is worth asking for an address; the words come with the place. */
const LONG_WAIT_MS = 3 * 60_000;

/** It may take a while: how to be reached meanwhile. */
export function View({ chat, formats, views }: AloneProps) {
  const contact = chat.contact.value;
  const place = chat.place.value;
  const isLong = contact === null && (place?.highMs ?? LONG_WAIT_MS) >= LONG_WAIT_MS;
  if (chat.screen.value !== 'unattended' && !(isLong && views.service.view.value)) return null;
  return (
    <div class="card">
      <p>
        <handed.ServiceLine chat={chat} formats={formats} views={views} part="more">
          {words.more}
        </handed.ServiceLine>
      </p>
      {contact === null && <LeaveEmail chat={chat} views={views} />}
    </div>
  );
}

/** For whoever has written already and may want to add how to be reached. */
function LeaveEmail({ chat, views }: Omit<AloneProps, 'formats'>) {
  return (
    <form
      class="leave-email"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        chat.leaveEmail();
      }}
    >
      <handed.Later of={views.email} with={{ chat }} />
      <button type="submit" class="button" aria-disabled={chat.email.value.trim() === ''}>
        {words.leaveEmail}
      </button>
    </form>
  );
}
