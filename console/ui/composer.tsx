import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Thread } from '../model/thread.ts';
import { useApp } from './context.ts';
import { SendIcon } from './icons.tsx';
import { strings } from './strings.ts';
import { useMedia } from './use-media.ts';

const words = strings.thread;

/** Where the answer is written; or why one cannot write here. */
export function Composer({ thread }: { thread: Thread }) {
  const barrier = thread.barrier.value;
  if (barrier === 'loading') return null;
  if (barrier === null) return <ReplyBox thread={thread} />;
  const name = thread.standing.value.agent?.name ?? words.team;
  return (
    <div class="composer">
      <p class="barrier">{barrier === 'colleague' ? words.barriers.colleague(name) : words.barriers[barrier]}</p>
    </div>
  );
}

function ReplyBox({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const box = useRef<HTMLTextAreaElement>(null);
  const hasMouse = useMedia('(pointer: fine)');
  const text = thread.draft.value;
  const over = text.trim().length - thread.textCharsMax;
  const ready = text.trim().length > 0 && over <= 0;
  // On a touch screen the keyboard would cover what one came to read.
  useEffect(() => {
    if (hasMouse) box.current?.focus();
  }, [hasMouse]);
  useLayoutEffect(() => {
    if (box.current) grow(box.current);
  }, [text]);
  const send = () => {
    if (!ready) return;
    if (!thread.send()) notice.show('outbox_full');
    box.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter ends the choice of a word in Japanese, Chinese, Korean …; it must not send there.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          aria-label={words.reply}
          aria-describedby="reply-hint"
          aria-invalid={over > 0 ? true : undefined}
          placeholder={words.reply}
          value={text}
          onInput={(event) => thread.write(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <button type="submit" class="button button-primary composer-send" disabled={!ready}>
          <SendIcon size={18} />
          {words.send}
        </button>
      </div>
      <p class="composer-hint" id="reply-hint">
        {over > 0 ? <span class="problem">{words.tooLong(over)}</span> : words.replyHint}
      </p>
    </form>
  );
}

function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
