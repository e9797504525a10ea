import type { ChatActions, ChatState } from '../model/chat-view.ts';
import { handed } from './handed.ts';
import { keepStrings as words } from './keep-strings.ts';

interface Props {
  chat: Pick<ChatState, 'status' | 'contact'> & Pick<ChatActions, 'ask'>;
  locale: string;
}

/** `sent` and `later` close the form; the others stand beside it. */
type Said = 'sent' | 'later' | 'wrong' | 'unanswered' | 'many' | 'failed' | null;

const PROBLEMS = {
  wrong: 'mailWrong',
  unanswered: 'unanswered',
  many: 'mailMany',
  failed: 'mailFailed',
} as const;

/** The copy by e-mail, now or when the chat has ended (E6). The relay decides; what it says is spelt here. */
export function KeepMail({ chat, locale }: Props) {
  const [email, setEmail] = handed.useState(chat.contact.value ?? '');
  const [atEnd, setAtEnd] = handed.useState(false);
  const [said, say] = handed.useState<Said>(null);
  const [busy, setBusy] = handed.useState(false);
  const isOpen = chat.status.value !== 'closed';
  const later = atEnd && isOpen;
  const send = async () => {
    if (busy) return;
    setBusy(true);
    say(await ask(chat.ask, email, later, locale));
    setBusy(false);
  };
  if (said === 'sent' || said === 'later')
    return (
      <p class="hint keep-sent" role="status" tabIndex={-1} ref={takeFocus}>
        {said === 'later' ? words.mailLater(email) : words.mailSent(email)}
      </p>
    );
  const problem = said && words[PROBLEMS[said]];
  return (
    <form
      class="keep-mail"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h4>{words.mail}</h4>
      <div class="field">
        <label for="deskbell-copy-to">{words.address}</label>
        <input
          id="deskbell-copy-to"
          class="input"
          type="email"
          dir="ltr"
          autocomplete="email"
          value={email}
          aria-invalid={said === 'wrong'}
          aria-describedby="deskbell-copy-more deskbell-copy-said"
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <p class="hint" id="deskbell-copy-more">
          {words.mailMore}
        </p>
      </div>
      {isOpen && (
        <label class="keep-end">
          <input type="checkbox" checked={atEnd} onChange={(event) => setAtEnd(event.currentTarget.checked)} />
          {words.atEnd}
        </label>
      )}
      <p class="wrong" id="deskbell-copy-said" role="alert">
        {problem}
      </p>
      <button type="submit" class="button plain copy" aria-disabled={busy}>
        {words.sendMail}
      </button>
    </form>
  );
}

/** W14: the button that had the focus is gone with its form; who went elsewhere meanwhile stays there. */
function takeFocus(said: HTMLElement | null): void {
  const root = said?.getRootNode() as Document | ShadowRoot | undefined;
  if (!root?.activeElement || root.activeElement === document.body) said?.focus();
}

/** Of the conversation that is shown: the latest of this visitor. */
async function ask(send: ChatActions['ask'], email: string, later: boolean, language: string): Promise<Said> {
  const own = await send('conversation:list', {});
  const conversationId = own.ok ? own.value.conversations[0]?.conversationId : undefined;
  if (!conversationId) return 'failed';
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = later ? 'end' : 'now';
  const answer = await send('transcript:request', { conversationId, email: email.trim(), language, zone, when });
  if (answer.ok) return later ? 'later' : 'sent';
  const said = { invalid_payload: 'wrong', unanswered: 'unanswered', rate_limited: 'many' } as const;
  return said[answer.error as keyof typeof said] ?? 'failed';
}
