import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { SendIcon } from './icons.tsx';
import { Later, Soon } from './later.tsx';
import { strings } from './strings.ts';
import type { Views } from './views.ts';

export interface TextRules {
  /** Characters left, once that is worth saying; below 0: too many. */
  charsLeft(text: string): number | null;
  isSendable(text: string): boolean;
}

export interface ComposerProps {
  chat: ChatState & ChatActions;
  rules: TextRules;
  views: Pick<Views, 'email' | 'emoji' | 'files' | 'amended' | 'links' | 'preview'>;
}

/**
 * Where the visitor writes, in both its forms: a line to send, or a message to leave. One component, so that the text
 * box, its text and the focus stay when somebody becomes available meanwhile.
 */
export function Composer({ chat, rules, views }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = chat.draft.value;
  const leaving = chat.screen.value === 'nobody';
  const ready = rules.isSendable(draft);
  const Emoji = views.emoji.view.value;
  const Files = views.files.view.value;

  // Grows with its text, also when a button that comes later makes it narrower; the style sheet stops it at five lines.
  useLayoutEffect(() => {
    const { style, scrollHeight } = grow(box.current);
    style.height = `${scrollHeight}px`;
  });

  // What draws a message is there before it is sent: drawn anew, it would be read out again (4.1.3).
  useEffect(() => {
    if (!draft) return;
    views.links.fetch();
    views.amended.fetch();
  }, [!draft]);

  const send = () => {
    chat.send();
    focusNext(box.current, chat.emailWrong.peek());
  };
  return (
    <form
      class={leaving ? 'composer leaving' : 'composer'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {leaving && (
        <label class="label" for="deskbell-message">
          {strings.message}
        </label>
      )}
      <Soon of={views.amended} due={chat.quote.value} with={{ chat }} />
      <div class="write">
        {Files && <Files />}
        <textarea
          key="message"
          id="deskbell-message"
          class="input"
          data-focus
          ref={box}
          rows={leaving ? 3 : 1}
          dir="auto"
          aria-label={strings.message}
          placeholder={leaving ? undefined : strings.placeholder}
          enterkeyhint="send"
          value={draft}
          onInput={(event) => chat.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!isSendKey(event) || leaving) return;
            event.preventDefault();
            if (ready) send();
          }}
        />
        {Emoji && !leaving && <Emoji box={box} write={chat.write} />}
        {!leaving && (
          <button type="submit" class="send" aria-label={strings.send} disabled={!ready}>
            <SendIcon />
          </button>
        )}
      </div>
      <Count left={rules.charsLeft(draft)} />
      <Soon of={views.preview} due={!leaving && chat.front.value?.preview} with={{}} />
      {leaving ? <LeaveFoot chat={chat} ready={ready} views={views} /> : <SendFoot chat={chat} />}
    </form>
  );
}

/** What has to be mended first has the focus (3.3.1). */
function focusNext(box: HTMLTextAreaElement | null, wrong: boolean): void {
  ((wrong && box?.form?.querySelector<HTMLElement>('[type=email]')) || box)?.focus();
}

function LeaveFoot({ chat, ready, views }: Omit<ComposerProps, 'rules'> & { ready: boolean }) {
  return (
    <>
      <Later of={views.email} with={{ chat }} />
      <button type="submit" class="button" disabled={!ready}>
        {strings.leaveMessage}
      </button>
    </>
  );
}

function SendFoot({ chat }: { chat: ChatState & ChatActions }) {
  return (
    <div class="under">
      <span class="hint keys">{strings.writeHint}</span>
      {chat.canEnd.value && (
        <button type="button" class="link end" aria-disabled={chat.ending.value} onClick={chat.end}>
          {strings.endChat}
        </button>
      )}
    </div>
  );
}

/** Not while an input method composes: there, Enter chooses a word. 229 is how older Safari says it. */
function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

function grow(box: HTMLTextAreaElement | null): { style: { height: string }; scrollHeight: number } {
  if (!box) return { style: { height: '' }, scrollHeight: 0 };
  box.style.height = 'auto';
  return box;
}

function Count({ left }: { left: number | null }) {
  if (left === null) return null;
  return (
    <p class={left < 0 ? 'count wrong' : 'count'} role="status">
      {left < 0 ? strings.over(-left) : strings.left(left)}
    </p>
  );
}
