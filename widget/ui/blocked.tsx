import type { ChatState } from '../model/chat-view.ts';
import { strings } from './strings.ts';

/** The relay refuses this page; what was written is still to be seen above. */
export function Blocked({ chat }: { chat: Pick<ChatState, 'refused'> }) {
  const reload = chat.refused.value === 'version_too_old';
  return (
    <div class="ended" role="alert">
      <p class="rating-title">{strings.blocked}</p>
      <p class="hint">{reload ? strings.blockedReload : strings.blockedMore}</p>
    </div>
  );
}
