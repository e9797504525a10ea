import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { OwnKept } from '../../protocol/wire/own.ts';
import type { ChatActions } from '../model/chat-view.ts';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import { ownStrings as words } from './own-strings.ts';
import { strings } from './strings.ts';
import css from './styles/own.css?inline';

export { css, words };

export interface OwnProps {
  chat: Pick<ChatActions, 'ask'>;
  formats: Formats;
  back(): void;
}

export interface OwnPorts {
  /** False: it could not be had. */
  download(told: (done: number, of: number) => void): Promise<boolean>;
  /** Null: it is done. */
  erase(): Promise<ErrorCode | null>;
  /** After it was done: the chat may go on, as somebody new. */
  leave(): void;
}

/** What is kept of this visitor, to read, to take along and to erase (J14, J15). */
export function createView(ports: OwnPorts) {
  return function Own({ chat, formats, back }: OwnProps) {
    const [kept, set] = handed.useState<OwnKept | null | undefined>(undefined);
    const [erased, end] = handed.useState(false);
    const [tries, count] = handed.useState(0);
    const head = handed.useRef<HTMLButtonElement>(null);
    // What stood here until this part had come is gone, and the focus with it.
    handed.useLayoutEffect(() => head.current?.focus(), []);
    handed.useEffect(() => {
      let gone = false;
      set(undefined);
      void chat.ask('own:read', {}).then((answer) => gone || set(answer.ok ? answer.value : null));
      return () => {
        gone = true;
      };
    }, [tries]);
    handed.useEffect(() => (erased ? ports.leave : undefined), [erased]);
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
        {erased ? (
          <Said text={words.erased} />
        ) : kept ? (
          <>
            <List kept={kept} locale={formats.locale} />
            <Download download={ports.download} />
            {kept.erases ? (
              <Erase erase={ports.erase} done={() => end(true)} />
            ) : (
              <p class="own-part hint">{words.asks}</p>
            )}
          </>
        ) : (
          <div role="status">
            {kept === null && (
              <>
                <p class="hint">{words.failed}</p>
                <button type="button" class="link" onClick={() => count(tries + 1)}>
                  {strings.retry}
                </button>
              </>
            )}
          </div>
        )}
      </div>
    );
  };
}

/** Takes the focus, because what had it is gone. */
function Said({ text }: { text: string }) {
  const place = handed.useRef<HTMLParagraphElement>(null);
  handed.useLayoutEffect(() => place.current?.focus(), []);
  return (
    <p role="status" tabIndex={-1} ref={place}>
      {text}
    </p>
  );
}

function List({ kept, locale }: { kept: OwnKept; locale: string }) {
  const number = new Intl.NumberFormat(locale);
  const { said, visit, messages } = kept;
  const emails = [said.verified?.email, said.email, kept.email].filter((one) => one != null && one !== '') as string[];
  const labels = [...Object.entries(said.attributes).map(([name, value]) => `${name}: ${value}`), ...said.tags];
  const device = [visit?.browser, visit?.system, visit?.zone].filter((one) => one != null) as string[];
  const rows: [string, string | null | undefined][] = [
    [words.name, said.verified?.name ?? said.name],
    [words.email, [...new Set(emails)].join(' · ')],
    [words.since, new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(kept.sinceAt)],
    [words.chats, number.format(kept.conversations)],
    [words.messages, number.format(messages.own + messages.team)],
    [words.files, kept.files > 0 ? number.format(kept.files) : null],
    [words.orders, kept.orders.length > 0 ? number.format(kept.orders.length) : null],
    [words.pages, visit && visit.pages.length > 0 ? number.format(visit.pages.length) : null],
    [words.labels, labels.join(' · ')],
    [words.device, device.join(' · ')],
    [words.kept, kept.conversationDays === null ? words.always : words.days(kept.conversationDays)],
  ];
  return (
    <>
      <p class="hint">{words.more}</p>
      <dl class="own-list">
        {rows.map(
          ([name, value]) =>
            value && (
              <>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </>
            ),
        )}
      </dl>
    </>
  );
}

function Download({ download }: Pick<OwnPorts, 'download'>) {
  const [said, say] = handed.useState('');
  const [busy, setBusy] = handed.useState(false);
  const start = async () => {
    if (busy) return;
    setBusy(true);
    say('');
    const done = await download((at, of) => say(words.gathering(at, of)));
    say(done ? words.saved : words.downloadFailed);
    setBusy(false);
  };
  return (
    <div class="own-part">
      <p class="hint" id="deskbell-own-file">
        {words.downloadMore}
      </p>
      <button
        type="button"
        class="button plain copy"
        aria-disabled={busy}
        aria-describedby="deskbell-own-file"
        onClick={start}
      >
        {words.download}
      </button>
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}

type Step = 'rest' | 'sure' | 'busy' | 'failed' | 'refused';

/** Asked once more in words, since there is no way back. */
function Erase({ erase, done }: { erase: OwnPorts['erase']; done(): void }) {
  const [step, go] = handed.useState<Step>('rest');
  const button = handed.useRef<HTMLButtonElement>(null);
  const asked = handed.useRef(false);
  const sure = step !== 'rest';
  handed.useLayoutEffect(() => {
    if (asked.current !== sure) button.current?.focus();
    asked.current = sure;
  }, [sure]);
  const start = async () => {
    if (step === 'busy') return;
    go('busy');
    const error = await erase();
    if (error === null) return done();
    go(error === 'forbidden' || error === 'blocked' ? 'refused' : 'failed');
  };
  if (!sure)
    return (
      <div class="own-part">
        <button type="button" class="button plain copy last" ref={button} onClick={() => go('sure')}>
          {words.erase}
        </button>
      </div>
    );
  return (
    <fieldset
      class="own-part"
      aria-labelledby="deskbell-own-sure"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || step === 'busy') return;
        event.stopPropagation();
        go('rest');
      }}
    >
      <h4 id="deskbell-own-sure">{words.sure}</h4>
      <p id="deskbell-own-more">{words.sureMore}</p>
      <p class="hint" role="status">
        {{ busy: words.erasing, failed: words.eraseFailed, refused: words.asks }[step as string]}
      </p>
      <button
        type="button"
        class="button plain copy"
        ref={button}
        aria-describedby="deskbell-own-more"
        aria-disabled={step === 'busy'}
        onClick={() => step !== 'busy' && go('rest')}
      >
        {words.no}
      </button>
      {step !== 'refused' && (
        <button
          type="button"
          class="button plain copy last"
          aria-describedby="deskbell-own-more"
          aria-disabled={step === 'busy'}
          onClick={start}
        >
          {words.yes}
        </button>
      )}
    </fieldset>
  );
}
