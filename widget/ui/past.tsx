import type { ComponentChildren } from 'preact';
import type { OwnConversation } from '../../protocol/wire/front.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import type { ChatActions } from '../model/chat-view.ts';
import type { Line, ThreadItem } from '../model/thread.ts';
import type { Formats } from './formats.ts';
import { handed } from './handed.ts';
import type { LaterView } from './later.tsx';
import type { LinksProps } from './links.tsx';
import { pastStrings as words } from './past-strings.ts';
import { strings } from './strings.ts';
import css from './styles/past.css?inline';

export { css, words };

export interface PastProps {
  chat: Pick<ChatActions, 'ask'>;
  formats: Formats;
  links: LaterView<LinksProps>;
  back(): void;
}

/** Undefined: being asked for; null: it could not be had. */
type Asked<T> = T | null | undefined;

/** This visitor's conversations, and one of them to read. Asked for when this is opened, and kept nowhere. */
export function View({ chat, formats, links, back }: PastProps) {
  const [id, choose] = handed.useState<string | null>(null);
  const head = handed.useRef<HTMLButtonElement>(null);
  handed.useLayoutEffect(() => head.current?.focus(), [id]);
  return (
    <div class="side">
      <div class="side-head">
        <button
          type="button"
          class="quiet square"
          data-focus
          ref={head}
          aria-label={id === null ? words.back : words.toList}
          onClick={id === null ? back : () => choose(null)}
        >
          <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M12.500 4.500 7 10l5.500 5.500" />
          </svg>
        </button>
        <h3>{id === null ? words.title : strings.chat}</h3>
      </div>
      {id === null ? (
        <List chat={chat} formats={formats} choose={choose} />
      ) : (
        <One chat={chat} formats={formats} links={links} id={id} />
      )}
    </div>
  );
}

interface ListProps extends Pick<PastProps, 'chat' | 'formats'> {
  choose(id: string): void;
}

function List({ chat, formats, choose }: ListProps) {
  const [found, again] = useAsked<OwnConversation[]>(async () => {
    const answer = await chat.ask('conversation:list', {});
    return answer.ok ? answer.value.conversations : null;
  });
  if (!found) return <Waiting asked={found} again={again} />;
  if (found.length === 0) return <p class="hint">{words.none}</p>;
  return (
    <ul class="past">
      {found.map(({ conversationId, lastAt, closedAt, lastText, agent }) => (
        <li key={conversationId}>
          <button type="button" onClick={() => choose(conversationId)}>
            <span class="past-line">
              <b dir="auto">{agent ?? strings.team}</b>
              <time title={formats.exact(lastAt)}>{ago(formats, lastAt)}</time>
            </span>
            <span class="past-words" dir="auto">
              {lastText}
            </span>
            {closedAt === null && <span class="hint">{words.goesOn}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function One({ chat, formats, links, id }: Omit<PastProps, 'back'> & { id: string }) {
  const [items, again] = useAsked<readonly ThreadItem[]>(() => readAll(chat.ask, formats, id));
  if (!items) return <Waiting asked={items} again={again} />;
  return (
    <section class="past-thread" aria-label={strings.chat}>
      {items.map((item) => (
        <Part key={item.key} item={item} formats={formats} links={links} />
      ))}
    </section>
  );
}

/** All of a conversation, as the thread spells it; null where the relay does not give it now. */
async function readAll(
  ask: PastProps['chat']['ask'],
  { dayOf }: Formats,
  conversationId: string,
): Promise<readonly ThreadItem[] | null> {
  const entries: Entry[] = [];
  for (;;) {
    const last = entries.at(-1)?.seq ?? 0;
    const page = await ask('conversation:sync', { conversationId, afterSeq: last });
    if (!page.ok) return null;
    const { head, marks, more } = page.value;
    entries.push(...page.value.entries);
    // A page that brings nothing would bring nothing again.
    if (more && page.value.entries.length > 0) continue;
    const timeline = { conversationId, entries, last: head, head, marks };
    return handed.threadOf({ timeline, outgoing: [], unreadAfter: null, dayOf });
  }
}

function Part({ item, formats, links }: { item: ThreadItem; formats: Formats; links: PastProps['links'] }) {
  if (item.kind === 'unread') return null;
  if (item.kind === 'day')
    return (
      <p class="divider">
        <span>{formats.day(item.at)}</span>
      </p>
    );
  if (item.kind === 'event') return <p class="event">{handed.wordsOf?.(item.happening, formats)}</p>;
  const last = item.lines.at(-1);
  const Links = links.view.value;
  return (
    <div class={item.own ? 'group own' : 'group'}>
      <p class="author">{item.own ? strings.you : item.author || strings.team}</p>
      {item.lines.map((line) => (
        <p class="bubble" key={line.clientId} dir="auto" title={formats.exact(line.at)}>
          <Said line={line} words={(text) => (Links ? <Links text={text} /> : text)} />
        </p>
      ))}
      {last && (
        <p class="foot">
          <time title={formats.exact(last.at)}>{formats.time(last.at)}</time>
        </p>
      )}
    </div>
  );
}

/** C18. */
function Said({ line, words: said }: { line: Line; words(text: string): ComponentChildren }) {
  return handed.Amended ? <handed.Amended line={line} words={said} /> : said(line.body);
}

function Waiting({ asked, again }: { asked: null | undefined; again(): void }) {
  return (
    <div role="status">
      {asked === null && (
        <>
          <p class="hint">{words.failed}</p>
          <button type="button" class="link" onClick={again}>
            {strings.retry}
          </button>
        </>
      )}
    </div>
  );
}

function useAsked<T>(ask: () => Promise<T | null>): [Asked<T>, again: () => void] {
  const [found, set] = handed.useState<Asked<T>>(undefined);
  const [tries, count] = handed.useState(0);
  handed.useEffect(() => {
    let gone = false;
    set(undefined);
    void ask().then((got) => gone || set(got));
    return () => {
      gone = true;
    };
  }, [tries]);
  return [found, () => count(tries + 1)];
}

/** How long ago, in the visitor's own words: "5 minutes ago", "yesterday". */
function ago({ locale, now }: Formats, at: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = Math.round((at - now()) / 60_000);
  if (minutes > -60) return words.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours > -24 ? words.format(hours, 'hour') : words.format(Math.round(hours / 24), 'day');
}
