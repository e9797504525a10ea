import type { ChatActions, ChatState } from '../model/chat-view.ts';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import { KeepMail } from './keep-mail.tsx';
import { keepStrings as words } from './keep-strings.ts';
import { spellPage, spellText } from './spell-copy.ts';
import css from './styles/keep.css?inline';

export { css, words };

export interface KeepProps {
  chat: Pick<ChatState, 'thread' | 'siteName' | 'front' | 'status' | 'contact'> & Pick<ChatActions, 'ask'>;
  formats: Formats;
  back(): void;
}

/** A copy of the conversation for the visitor: made from what she sees, without asking anybody. */
export function View({ chat, formats, back }: KeepProps) {
  const items = chat.thread.value;
  const head = handed.useRef<HTMLButtonElement>(null);
  // What stood here until this part had come is gone, and the focus with it.
  handed.useLayoutEffect(() => head.current?.focus(), []);
  const title = words.with(chat.siteName.value);
  const asText = useFile('text/plain', spellText(title, items, formats));
  const asPage = useFile('text/html', spellPage(title, items, formats));
  return (
    <div class="side">
      <div class="side-head">
        <button type="button" class="quiet square" data-focus ref={head} aria-label={words.back} onClick={back}>
          <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M12.500 4.500 7 10l5.500 5.500" />
          </svg>
        </button>
        <h3>{words.title}</h3>
      </div>
      <p class="hint">{words.more}</p>
      <a class="button plain copy" href={asText} download={`${words.fileName}.txt`}>
        {words.asText}
      </a>
      <a class="button plain copy" href={asPage} download={`${words.fileName}.html`}>
        {words.asPage}
      </a>
      {chat.front.value?.mail && <KeepMail chat={chat} locale={formats.locale} />}
    </div>
  );
}

/** The address of a file that is made here; given up when it changes or goes. */
function useFile(type: string, text: string): string {
  const [href, set] = handed.useState('');
  handed.useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [type, text]);
  return href;
}
