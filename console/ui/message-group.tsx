import type { Thread } from '../model/thread.ts';
import type { MessageGroup, MessageState, ThreadMessage } from '../model/thread-items.ts';
import { useApp, useDesk } from './context.ts';
import { SentFile } from './files.tsx';
import { exact, time } from './format.ts';
import { AlertIcon, CheckIcon, ClockIcon, DoubleCheckIcon } from './icons.tsx';
import { strings } from './strings.ts';
import { failureOf } from './strings-of-refusals.ts';

const words = strings.thread;

/** What one person wrote in one go: name and time once, then the bubbles. */
export function Group({ group, thread }: { group: MessageGroup; thread: Thread }) {
  const visitor = useDesk().inbox.find(thread.id)?.visitor;
  const side = group.author === 'visitor' ? 'theirs' : group.mine ? 'mine' : 'team';
  const name =
    group.author === 'visitor'
      ? (visitor?.label ?? strings.person.visitor)
      : group.mine
        ? words.you
        : (group.agentName ?? words.team);
  return (
    <div class={`group group-${side}`}>
      <p class="group-head">
        <span class="group-name">{name}</span>{' '}
        <time dir="auto" title={exact(group.at)}>
          {time(group.at)}
        </time>
      </p>
      {group.messages.map((message, index) => (
        <Message key={message.key} message={message} thread={thread} last={index === group.messages.length - 1} />
      ))}
    </div>
  );
}

interface MessageProps {
  message: ThreadMessage;
  thread: Thread;
  last: boolean;
}

function Message({ message, thread, last }: MessageProps) {
  const { state } = message;
  return (
    <div class={`message message-${state ?? 'theirs'}`}>
      <p class="bubble" dir="auto" title={exact(message.at)}>
        {message.file ? <SentFile file={message.file} /> : message.body}
      </p>
      {state === 'failed' && <Failed message={message} thread={thread} />}
      {state && state !== 'failed' && (last || state === 'pending') && <Mark state={state} />}
    </div>
  );
}

function Mark({ state }: { state: Exclude<MessageState, 'failed'> }) {
  const online = useDesk().status.online.value;
  const text = state === 'pending' && !online ? words.keptOffline : words.states[state];
  return (
    <p class={`mark mark-${state}`}>
      {state === 'pending' && <ClockIcon size={14} />}
      {state === 'sent' && <CheckIcon size={14} />}
      {(state === 'delivered' || state === 'read') && <DoubleCheckIcon size={14} />}
      <span>{text}</span>
    </p>
  );
}

function Failed({ message, thread }: { message: ThreadMessage; thread: Thread }) {
  const app = useApp();
  const canRetry = thread.barrier.value === null;
  return (
    <div class="failed" role="alert">
      <p>
        <AlertIcon size={14} />
        <span>{failureOf(message.error ?? '')}</span>
      </p>
      <p class="failed-actions">
        {canRetry && (
          <button type="button" class="link-button" onClick={() => thread.retry(message.key)}>
            {strings.retry}
          </button>
        )}
        <button type="button" class="link-button" onClick={() => void app.copy(message.body)}>
          {words.copy}
        </button>
        <button type="button" class="link-button" onClick={() => thread.discard(message.key)}>
          {words.discard}
        </button>
      </p>
    </div>
  );
}
