import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { SectionName } from '../model/inbox-sections.ts';
import { nameOf } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { passed } from './format.ts';
import { Star } from './icons.tsx';
import { Lazy } from './lazy.tsx';
import { strings } from './strings.ts';
import { inboxWords as words } from './strings-of-inbox.ts';
import { messageWords } from './strings-of-messages.ts';
import { WaitMark } from './wait-mark.tsx';

const loadBeside = () => import('./inbox/beside-button.tsx').then((file) => file.BesideButton);

interface Props {
  summary: ConversationSummary;
  section: SectionName;
  /** Where the Tab key stops in the list. */
  isStop: boolean;
  /** The same function each time, as all that is handed over: while the list moves, a row that has not changed is not drawn again (U11). */
  onFocus(conversationId: string): void;
}

/** Two lines: who and how long; last words and what is unread. */
export function ConversationRow({ summary, section, isStop, onFocus }: Props) {
  const app = useApp();
  const desk = useDesk();
  const { panes } = desk;
  const here = panes.isShown(summary.id);
  const isSecond = here && panes.thread.value?.id !== summary.id;
  const wait = desk.waitOf(summary);
  const unread = section === 'closed' ? 0 : summary.unread;
  const { selection, place } = desk.lists;
  const chosen = selection.ids.value.has(summary.id);
  const name = nameOf(summary.visitor);
  const take = () => onFocus(summary.id);
  const onPress = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    selection.extend(summary.id);
  };
  return (
    <div class={`row-place${chosen ? ' row-chosen' : ''}`}>
      <a
        class={`row row-${section}${unread > 0 ? ' row-unread' : ''}${isSecond ? ' row-second' : ''}`}
        href={app.hrefOf({ name: 'inbox', conversationId: summary.id, list: place.value })}
        aria-current={here ? 'true' : undefined}
        tabIndex={isStop ? 0 : -1}
        onFocus={take}
        onClick={onPress}
      >
        <span class="row-line">
          <span class="row-who">{name}</span>
          <span class="row-when">{wait ? <WaitMark wait={wait} line /> : <Ago summary={summary} />}</span>
        </span>
        <span class="row-line">
          <span class="row-words">
            {desk.composing.sync.ids.value.has(summary.id) && <Before is="draft" word={words.draft} />}
            {summary.lastAuthor === 'agent' && section === 'yours' && <Before is="you" word={strings.list.you} />}
            {/* No message is sent without words: it was removed (C18). */}
            {summary.lastText || messageWords.removed}
          </span>
          <span class="row-tail">
            {section === 'colleagues' && <span class="row-agent">{summary.agent?.name}</span>}
            {section === 'closed' && summary.score !== null && <Rated score={summary.score} />}
            {unread > 0 && (
              <span class="pill">
                <span aria-hidden="true">{unread}</span>
                <span class="visually-hidden">{strings.unread(unread)}</span>
              </span>
            )}
          </span>
        </span>
      </a>
      {panes.hasRoom.value && panes.thread.value && !here && (
        <Lazy load={loadBeside} quiet with={{ id: summary.id, name, onFocus: take }} />
      )}
      <label class="row-choose-place">
        <input
          type="checkbox"
          class="row-choose"
          aria-label={words.choose(name)}
          tabIndex={-1}
          checked={chosen}
          onFocus={take}
          onClick={(event) => {
            if (event.shiftKey) selection.extend(summary.id);
            else selection.toggle(summary.id);
          }}
        />
      </label>
    </div>
  );
}

/** A word of ours before theirs: each is read in its own direction, and the line in that of what was said. */
function Before({ is, word }: { is: string; word: string }) {
  return (
    <span class={`row-${is}`}>
      <bdi>{word}</bdi>:{' '}
    </span>
  );
}

/** Time since the last word; only minutes matter here, so it moves with the ticker but rarely changes. */
function Ago({ summary }: { summary: ConversationSummary }) {
  const ms = useDesk().ticker.now.value - summary.lastAt;
  return <span class="row-ago">{passed(Math.max(60_000, ms))}</span>;
}

function Rated({ score }: { score: number }) {
  return (
    <span class="row-score">
      <Star full size={12} />
      <span aria-hidden="true">{score}</span>
      <span class="visually-hidden">{strings.list.rated(score)}</span>
    </span>
  );
}
