import { called, nameOf } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime } from './format.ts';
import { composerWords } from './strings-of-composer.ts';
import { questionWords } from './strings-of-questions.ts';

/** On every page until it was looked at: somebody named me (D11), or an answer of mine asks (D7). */
export function MentionBar() {
  const app = useApp();
  const { composing, panes } = useDesk();
  const [first, ...rest] = composing.mentions.unread.value;
  const held = composing.planned.held.value.filter((one) => !panes.isShown(one.conversationId));
  const { mention: words, planned } = composerWords;
  return (
    <>
      {first && (
        <p class="link-bar mention-bar">
          <span dir="auto">
            {words.bar(first.by.name, called(first.label))}
            {rest.length > 0 && ` ${words.more(rest.length)}`}
          </span>
          <a class="button button-small" href={app.hrefOf({ name: 'inbox', conversationId: first.conversationId })}>
            {words.open}
          </a>
        </p>
      )}
      {held[0] && (
        <p class="link-bar mention-bar">
          <span>{planned.bar(held.length)}</span>
          <a class="button button-small" href={app.hrefOf({ name: 'inbox', conversationId: held[0].conversationId })}>
            {planned.look}
          </a>
        </p>
      )}
      <CloseRefusedBar />
      <QuestionBars />
    </>
  );
}

/** D9: the answer left, the end did not; what to do stands beside it. */
function CloseRefusedBar() {
  const app = useApp();
  const { composing, inbox, panes } = useDesk();
  const refused = composing.closeAfter.refused.value;
  // Somebody else ended it meanwhile: nothing is left to do.
  if (!refused || inbox.find(refused.conversationId)?.status === 'closed') return null;
  const { conversationId, error } = refused;
  const visitor = inbox.find(conversationId)?.visitor;
  const words = composerWords.closeRefused;
  const isForeign = error === 'reassigned' || error === 'forbidden' || error === 'not_found';
  return (
    <p class="link-bar mention-bar">
      <span dir="auto">
        {words.sent(visitor ? nameOf(visitor) : '')} {isForeign ? words.foreign : words.again}
      </span>
      {!isForeign && (
        <button type="button" class="button button-small" onClick={() => void composing.closeAgain()}>
          {words.close}
        </button>
      )}
      {!panes.isShown(conversationId) && (
        <a class="button button-small" href={app.hrefOf({ name: 'inbox', conversationId })}>
          {composerWords.mention.open}
        </a>
      )}
      <button type="button" class="button button-small" onClick={() => composing.closeAfter.putAway(conversationId)}>
        {words.putAway}
      </button>
    </p>
  );
}

/** Somebody waits for my word (T15), or has given hers (T16). */
function QuestionBars() {
  const app = useApp();
  const { composing, panes, ticker } = useDesk();
  const words = questionWords.bar;
  const isElsewhere = (one: { conversationId: string }) => !panes.isShown(one.conversationId);
  const [asked, ...others] = composing.questions.asked.value.filter(isElsewhere);
  const [ended, ...rest] = composing.questions.news.value.filter(isElsewhere);
  const late = asked && asked.dueAt <= ticker.now.value;
  const bar = (conversationId: string, said: string, more: number) => (
    <p class="link-bar mention-bar">
      <span dir="auto">
        {said}
        {more > 0 && ` ${words.more(more)}`}
      </span>
      <a class="button button-small" href={app.hrefOf({ name: 'inbox', conversationId })}>
        {words.open}
      </a>
    </p>
  );
  return (
    <>
      {asked &&
        bar(
          asked.conversationId,
          `${words.asks(asked.by.name, asked.text)} · ${late ? words.overdue(dayTime(asked.dueAt)) : words.due(dayTime(asked.dueAt))}`,
          others.length,
        )}
      {ended &&
        ended.state !== 'open' &&
        bar(ended.conversationId, words[ended.state](ended.endedBy?.name ?? '', called(ended.label)), rest.length)}
    </>
  );
}
