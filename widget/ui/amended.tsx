import type { ChatState } from '../model/chat-view.ts';
import { amendedStrings as words } from './amended-strings.ts';
import { type AmendedProps, handed } from './handed.ts';
import css from './styles/amended.css?inline';

export { css, words };

/** A message that was changed or taken away, or that answers another one (C18, C19). */
export function View({ line, chat, words: said }: AmendedProps) {
  return (
    <>
      {line.quote && chat && <Quoted seq={line.quote} chat={chat} />}
      {line.body ? said : <i class="removed">{words.removed}</i>}
      {line.body && line.revisedAt && <small class="edited"> {words.edited}</small>}
    </>
  );
}

// For conversations of before, which are drawn by a part of their own.
handed.Amended = View;

function Quoted({ seq, chat }: { seq: number; chat: Pick<ChatState, 'thread'> }) {
  const lines = chat.thread.value.flatMap((item) => (item.kind === 'group' ? item.lines : []));
  const at = lines.findIndex((line) => line.seq === seq);
  const body = lines[at]?.body;
  if (body === undefined) return null;
  return (
    <button
      type="button"
      class="quote"
      aria-label={words.show}
      title={words.show}
      onClick={(event) => void show(event.currentTarget, lines.length - at)}
    >
      <span dir="auto">{body || words.removed}</span>
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
