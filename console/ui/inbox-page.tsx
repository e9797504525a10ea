import { useState } from 'preact/hooks';
import { useApp, useDesk } from './context.ts';
import { ConversationList } from './conversation-list.tsx';
import { Empty } from './empty.tsx';
import { BellIcon } from './icons.tsx';
import { Lazy, type Load, useEarly } from './lazy.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';
import { useMedia } from './use-media.ts';

const loadThread = () => import('./thread-view.tsx').then((file) => file.ThreadView);
const loadPerson = () => import('./person-panel.tsx').then((file) => file.PersonPanel);
/** The list is drawn first; these are there before somebody chooses from it. */
export const INBOX_PARTS: readonly Load<never>[] = [loadThread, loadPerson];

const WIDE = '(min-width: 1200px)';

/** List, thread, person: three, two or one of them beside each other (the widths are in inbox.css). */
export function InboxPage() {
  const app = useApp();
  useEarly(INBOX_PARTS);
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
          <Lazy
            key={thread.id}
            load={loadThread}
            with={{ thread, personShown, onPerson: showPerson }}
            waiting={<Skeleton rows={4} kind="bubbles" />}
          />
        ) : (
          <Empty icon={<BellIcon size={32} />} title={strings.thread.none} hint={strings.thread.noneHint} />
        )}
      </section>
      {personShown && thread && (
        <Lazy
          key={thread.id}
          load={loadPerson}
          with={{ thread, floating: !isWide, onClose: () => showPerson(false) }}
          quiet
        />
      )}
    </div>
  );
}
