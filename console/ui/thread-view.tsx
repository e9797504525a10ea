import type { Thread } from '../model/thread.ts';
import { AskingBar } from './asking-bar.tsx';
import { nameOf } from './called.ts';
import { CloseConversation } from './close-conversation.tsx';
import { Composer } from './composer.tsx';
import { useApp, useDesk } from './context.ts';
import { Empty } from './empty.tsx';
import { FollowUpMenu } from './follow-up-menu.tsx';
import { AlertIcon, BackIcon, PanelIcon } from './icons.tsx';
import { useKeysOf } from './keys.tsx';
import { Lazy } from './lazy.tsx';
import { MailCopy } from './mail-copy.tsx';
import { MessageLog } from './message-log.tsx';
import { Pane } from './pane.tsx';
import { PassOn } from './pass-on.tsx';
import { PlannedStrip } from './planned-strip.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';
import { messageWords } from './strings-of-messages.ts';
import { useChoiceCommands } from './use-choice-commands.ts';
import { WaitMark } from './wait-mark.tsx';

const loadPaneTools = () => import('./pane-tools.tsx').then((file) => file.PaneTools);
const loadQuestions = () => import('./question-strip.tsx').then((file) => file.QuestionStrip);

interface Props {
  thread: Thread;
  personShown: boolean;
  onPerson(shown: boolean): void;
}

export function ThreadView({ place, ...props }: Props & { place: number }) {
  const { thread } = props;
  const state = thread.state.value;
  return (
    <Pane thread={thread} place={place}>
      <ThreadHeader {...props} />
      {state === 'loading' && <Skeleton rows={4} kind="bubbles" />}
      {state === 'failed' && (
        <Empty icon={<AlertIcon size={28} />} title={strings.thread.failed}>
          <button type="button" class="button" onClick={() => void thread.connect()}>
            {strings.retry}
          </button>
        </Empty>
      )}
      {state === 'missing' && (
        <>
          <Empty icon={<AlertIcon size={28} />} title={strings.thread.missing} hint={strings.thread.missingHint} />
          {/* What was written for it is not lost with it. */}
          {thread.items.value.length > 0 && <MessageLog thread={thread} />}
        </>
      )}
      {state === 'erased' && (
        <Empty icon={<AlertIcon size={28} />} title={messageWords.erased} hint={messageWords.erasedHint} />
      )}
      {state === 'ready' && (
        <>
          <AskingBar thread={thread} />
          <MessageLog thread={thread} />
          <Questions thread={thread} />
          <PlannedStrip thread={thread} />
          <Composer thread={thread} />
        </>
      )}
    </Pane>
  );
}

function Questions({ thread }: { thread: Thread }) {
  if (useDesk().composing.questions.of(thread.id).length === 0) return null;
  return <Lazy load={loadQuestions} quiet with={{ thread }} />;
}

function ThreadHeader({ thread, personShown, onPerson }: Props) {
  const app = useApp();
  const desk = useDesk();
  const summary = desk.inbox.find(thread.id);
  const wait = summary && desk.waitOf(summary);
  const toggleName = personShown ? strings.thread.hidePerson : strings.thread.showPerson;
  const visitor = summary?.visitor;
  const isMissing = thread.state.value === 'missing';
  const isThere = !isMissing && thread.state.value !== 'erased';
  const toggle = () => onPerson(!personShown);
  const keys = useKeysOf('thread:details', toggleName);
  useChoiceCommands('thread', [{ id: 'thread:details', keys: 'i', name: toggleName, onChoose: toggle }]);
  return (
    <div class="thread-head">
      <a
        class="icon-button thread-back"
        data-back
        href={app.hrefOf({ name: 'inbox', conversationId: null, list: desk.lists.place.value })}
        aria-label={strings.thread.back}
        title={strings.thread.back}
      >
        <BackIcon />
      </a>
      <div class="thread-who">
        {!isMissing && <h2>{visitor ? nameOf(visitor) : strings.thread.unknownVisitor}</h2>}
        <p>
          <StandingLine thread={thread} />
          {wait && <WaitMark wait={wait} />}
        </p>
      </div>
      {isThere && <FollowUpMenu thread={thread} />}
      {thread.hand.offered.value.copy && <MailCopy thread={thread} email={visitor?.email ?? null} />}
      {isThere && <PassOn thread={thread} />}
      {thread.mayClose.value && <CloseConversation thread={thread} />}
      {!isMissing && (
        <button
          type="button"
          class="icon-button"
          aria-label={toggleName}
          aria-pressed={personShown}
          {...keys}
          onClick={toggle}
        >
          <PanelIcon />
        </button>
      )}
      {desk.panes.shown.value.length > 1 && <Lazy load={loadPaneTools} quiet with={{ thread }} />}
    </div>
  );
}

function StandingLine({ thread }: { thread: Thread }) {
  const { status, agent } = thread.standing.value;
  const meId = useDesk().me.id;
  if (thread.barrier.value === 'loading') return null;
  if (status !== 'active') return <span>{strings.thread.status[status]}</span>;
  const others = thread.participants.value.map((one) => (one.id === meId ? strings.thread.you : one.name));
  return (
    <span>
      {agent?.id === meId ? strings.thread.withYou : strings.thread.with(agent?.name ?? strings.thread.team)}
      {others.length > 0 && (
        <>
          , {strings.team.with} <bdi>{others.join(', ')}</bdi>
        </>
      )}
    </span>
  );
}
