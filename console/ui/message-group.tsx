import type { Thread } from '../model/thread.ts';
import type { MessageGroup, MessageState, ThreadMessage } from '../model/thread-items.ts';
import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { SentFile } from './files.tsx';
import { exact, time } from './format.ts';
import { AlertIcon, CheckIcon, ClockIcon, DoubleCheckIcon } from './icons.tsx';
import { EditBox, MessageTools } from './message-tools.tsx';
import { OfferedWords } from './offered-choices.tsx';
import { focusBox } from './pane-of.ts';
import { QuoteLink } from './quote.tsx';
import { strings } from './strings.ts';
import { messageWords } from './strings-of-messages.ts';
import { failureOf } from './strings-of-refusals.ts';
import { TranslatedLine } from './translated-line.tsx';

interface GroupProps {
  group: MessageGroup;
  thread: Thread;
  /** The tools of this message are in the keyboard's way; from there arrows lead to the others. */
  reached: string | undefined;
  onQuote(seq: number): void;
}

/** What one person wrote in one go: name and time once, then the bubbles. */
export function Group({ group, thread, reached, onQuote }: GroupProps) {
  const visitor = useDesk().inbox.find(thread.id)?.visitor;
  const words = strings.thread;
  const side = group.author === 'visitor' ? 'theirs' : group.mine ? 'mine' : 'team';
  const name =
    group.author === 'visitor'
      ? visitor
        ? called(visitor.label)
        : strings.person.visitor
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
        <Message
          key={message.key}
          {...{ message, thread, name, onQuote }}
          earlier={group.earlier}
          last={index === group.messages.length - 1}
          reached={message.key === reached}
        />
      ))}
    </div>
  );
}

interface MessageProps {
  message: ThreadMessage;
  thread: Thread;
  earlier: string | undefined;
  name: string;
  last: boolean;
  reached: boolean;
  onQuote(seq: number): void;
}

function Message({ message, thread, earlier, name, last, reached, onQuote }: MessageProps) {
  const { state, seq, quote } = message;
  const editing = earlier === undefined && seq !== null && thread.revising.editing.value?.seq === seq;
  return (
    <div
      class={`message message-${state ?? 'theirs'}`}
      data-seq={earlier === undefined ? (seq ?? undefined) : undefined}
      tabIndex={-1}
    >
      {quote && <QuoteLink quote={quote} onQuote={earlier === undefined ? onQuote : undefined} />}
      {editing ? (
        <EditBox thread={thread} />
      ) : (
        <div class="bubble-row">
          <p class={`bubble${message.removed ? ' bubble-removed' : ''}`} dir="auto" title={exact(message.at)}>
            <Said message={message} />
          </p>
          {seq !== null && !message.removed && <MessageTools {...{ message, thread, earlier, name, reached }} />}
        </div>
      )}
      {earlier === undefined && !message.removed && <TranslatedLine message={message} thread={thread} />}
      {message.edited && (
        <p class="mark mark-edited" title={messageWords.editedHint}>
          {messageWords.edited}
        </p>
      )}
      {state === 'failed' && <Failed message={message} thread={thread} />}
      {state && state !== 'failed' && (last || state === 'pending') && <Mark state={state} />}
    </div>
  );
}

function Said({ message }: { message: ThreadMessage }) {
  if (message.removed) return messageWords.removed;
  if (message.file) return <SentFile file={message.file} />;
  // Only what the team wrote offers answers (W37).
  return message.state ? <OfferedWords body={message.body} /> : message.body;
}

function Mark({ state }: { state: Exclude<MessageState, 'failed'> }) {
  const online = useDesk().status.online.value;
  const words = strings.thread;
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
  const words = strings.thread;
  const mayWrite = thread.barrier.value === null;
  const isBeaten = message.error === 'answered_meanwhile';
  return (
    <div class="failed" role="alert">
      <p>
        <AlertIcon size={14} />
        <span>{isBeaten ? beaten(message) : failureOf(message.error ?? '')}</span>
      </p>
      <p class="failed-actions">
        {mayWrite && isBeaten && (
          <button type="button" class="link-button" onClick={() => thread.sendAnyway(message.key)}>
            {messageWords.sendAnyway}
          </button>
        )}
        {mayWrite && !isBeaten && (
          <button type="button" class="link-button" onClick={() => thread.retry(message.key)}>
            {strings.retry}
          </button>
        )}
        {mayWrite && isBeaten && thread.draft.value === '' && (
          <button type="button" class="link-button" onClick={() => intoBox(thread, message)}>
            {messageWords.intoBox}
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

function beaten({ meanwhile }: ThreadMessage): string {
  return meanwhile === null ? messageWords.answeredBySomebody : messageWords.answeredMeanwhile(meanwhile);
}

function intoBox(thread: Thread, { key, body, quote }: ThreadMessage): void {
  thread.write(body);
  thread.answering.quote.value = quote?.seq ?? null;
  thread.discard(key);
  focusBox(thread.id);
}
