import type { ChatState } from '../model/chat-view.ts';
import type { Line } from '../model/thread.ts';
import { amendedStrings as words } from './amended-strings.ts';
import { handed } from './handed.ts';

type Threaded = Pick<ChatState, 'thread'>;

const linesOf = (chat: Threaded): Line[] =>
  chat.thread.value.flatMap((item) => (item.kind === 'group' ? item.lines : []));

/** Over the text box: which message the next one answers. It goes when that one is not there any more. */
export function Answering({ chat }: { chat: Threaded & Pick<ChatState, 'quote'> }) {
  const clientId = chat.quote.value?.clientId;
  const line = linesOf(chat).find((one) => one.clientId === clientId);
  const place = handed.useRef<HTMLDivElement>(null);
  const body = line?.body;
  handed.useEffect(() => {
    if (!body) chat.quote.value = null;
  }, [body]);
  const stop = () => {
    place.current?.closest('form')?.querySelector('textarea')?.focus();
    chat.quote.value = null;
  };
  return (
    <div class="answering" ref={place}>
      <p role="status">
        <span class="hint">{words.answering}</span>
        <span class="answered" dir="auto">
          {body}
        </span>
      </p>
      <button type="button" class="quiet square" aria-label={words.stopAnswering} onClick={stop}>
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="m5.500 5.500 9 9m0-9-9 9" />
        </svg>
      </button>
    </div>
  );
}

/** The message that one answers, shortened; a press leads to it. */
export function QuotedWords({ seq, chat }: { seq: number; chat: Threaded }) {
  const lines = linesOf(chat);
  const at = lines.findIndex((line) => line.seq === seq);
  const line = lines[at];
  if (!line) return null;
  const said = line.body || words.removed;
  return (
    <button
      type="button"
      class="quote"
      // What stands on it is part of its name, for who presses it by voice (2.5.3).
      aria-label={`${words.show}: ${said}`}
      title={words.show}
      onClick={(event) => void show(event.currentTarget, lines.length - at)}
    >
      <span dir="auto">{said}</span>
    </button>
  );
}

/** Bubbles stand as the lines do, but for those that are further back than what is drawn. */
async function show(from: HTMLElement, fromEnd: number): Promise<void> {
  const log = from.closest('.log');
  for (;;) {
    const bubbles = [...(log?.querySelectorAll('.bubble') ?? [])];
    const bubble = bubbles[bubbles.length - fromEnd];
    const earlier = log?.querySelector<HTMLElement>('.earlier');
    if (bubble || !earlier) {
      bubble?.scrollIntoView({ block: 'center' });
      bubble?.classList.add('found');
      return;
    }
    earlier.click();
    // Drawn in the turn after this one.
    await new Promise<void>((resolve) => queueMicrotask(resolve));
  }
}
