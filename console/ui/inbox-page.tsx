import { useLayoutEffect, useState } from 'preact/hooks';
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
/** Two conversations beside each other; and the person beside both (the same widths are in pane.css). */
const ROOM_FOR_TWO = '(min-width: 1440px)';
const WIDE_FOR_TWO = '(min-width: 1760px)';

/** List, thread, person: three, two or one of them beside each other (the widths are in inbox.css and pane.css); where there is room, two threads. */
export function InboxPage() {
  const app = useApp();
  useEarly(INBOX_PARTS);
  const { panes } = useDesk();
  const hasRoom = useMedia(ROOM_FOR_TWO);
  useLayoutEffect(() => panes.fit(hasRoom), [panes, hasRoom]);
  const shown = panes.shown.value;
  const thread = panes.thread.value;
  const two = shown.length > 1;
  const isWide = useMedia(two ? WIDE_FOR_TWO : WIDE);
  const [overlay, setOverlay] = useState(false);
  // Nobody is known of what is not there.
  const personShown = thread !== null && thread.state.value !== 'missing' && (isWide ? app.personShown.value : overlay);
  const showPerson = (isShown: boolean) => (isWide ? app.showPerson(isShown) : setOverlay(isShown));
  const beside = `${two ? ' inbox-two' : ''}${personShown ? ' inbox-person' : ''}`;
  return (
    <div class={`inbox${thread ? ' inbox-thread' : ''}${beside}`}>
      <h1 class="visually-hidden">{strings.nav.inbox}</h1>
      <ConversationList />
      {shown.map((one, index) => (
        <Lazy
          key={one.id}
          load={loadThread}
          with={{ thread: one, place: index + 1, personShown, onPerson: showPerson }}
          waiting={
            <section class="thread-place">
              <Skeleton rows={4} kind="bubbles" />
            </section>
          }
        />
      ))}
      {!thread && (
        <section class="thread-place">
          <Empty icon={<BellIcon size={32} />} title={strings.thread.none} hint={strings.thread.noneHint} />
        </section>
      )}
      {personShown && thread && (
        <Lazy load={loadPerson} with={{ thread, floating: !isWide, onClose: () => showPerson(false) }} quiet />
      )}
    </div>
  );
}
