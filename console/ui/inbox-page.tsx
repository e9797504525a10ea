import { useState } from 'preact/hooks';
import { useApp, useDesk } from './context.ts';
import { ConversationList } from './conversation-list.tsx';
import { Empty } from './empty.tsx';
import { BellIcon } from './icons.tsx';
import { PersonPanel } from './person-panel.tsx';
import { strings } from './strings.ts';
import { ThreadView } from './thread-view.tsx';
import { useMedia } from './use-media.ts';

const WIDE = '(min-width: 1200px)';

/** List, thread, person: three, two or one of them beside each other (the widths are in inbox.css). */
export function InboxPage() {
  const app = useApp();
  const thread = useDesk().thread.value;
  const isWide = useMedia(WIDE);
  const [overlay, setOverlay] = useState(false);
  const personShown = thread !== null && (isWide ? app.personShown.value : overlay);
  const showPerson = (shown: boolean) => (isWide ? app.showPerson(shown) : setOverlay(shown));
  return (
    <div class={`inbox${thread ? ' inbox-thread' : ''}${personShown ? ' inbox-person' : ''}`}>
      <h1 class="visually-hidden">{strings.nav.inbox}</h1>
      <ConversationList />
      <section class="thread-place">
        {thread ? (
          <ThreadView key={thread.id} thread={thread} personShown={personShown} onPerson={showPerson} />
        ) : (
          <Empty icon={<BellIcon size={32} />} title={strings.thread.none} hint={strings.thread.noneHint} />
        )}
      </section>
      {personShown && thread && (
        <PersonPanel key={thread.id} thread={thread} floating={!isWide} onClose={() => showPerson(false)} />
      )}
    </div>
  );
}
