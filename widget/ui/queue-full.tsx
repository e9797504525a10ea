import type { ChatActions } from '../model/chat-view.ts';
import type { Line } from '../model/thread.ts';
import type { EmailChat } from './email-field.tsx';
import { handed } from './handed.ts';
import type { LaterView } from './later.tsx';
import { queueFullStrings as words } from './queue-full-strings.ts';
import { strings } from './strings.ts';
import css from './styles/queue-full.css?inline';

export { css, words };

export interface QueueFullProps {
  line: Line;
  chat: EmailChat & Pick<ChatActions, 'retry' | 'leaveWithUs'>;
  views: { email: LaterView<{ chat: EmailChat }> };
}

/** Under a message that found the queue full: nothing is lost, and there are two ways on (Q5). */
export function View({ line, chat, views }: QueueFullProps) {
  return (
    <form
      class="card full"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        chat.leaveWithUs(line.clientId);
      }}
    >
      <p>{words.full}</p>
      <handed.Later of={views.email} with={{ chat }} />
      <div class="row ways">
        <button type="submit" class="button">
          {words.leave}
        </button>
        <button type="button" class="link" onClick={() => chat.retry(line.clientId)}>
          {strings.retry}
        </button>
      </div>
    </form>
  );
}
