import { useApp, useDesk } from './context.ts';
import { composerWords } from './strings-of-composer.ts';

/** On every page until it was looked at: somebody named me (D11), or an answer of mine asks (D7). */
export function MentionBar() {
  const app = useApp();
  const { composing, thread } = useDesk();
  const [first, ...rest] = composing.mentions.unread.value;
  const held = composing.planned.held.value.filter((one) => one.conversationId !== thread.value?.id);
  const { mention: words, planned } = composerWords;
  return (
    <div class="link-bar-place" role="alert">
      {first && (
        <p class="link-bar mention-bar">
          <span dir="auto">
            {words.bar(first.by.name, first.label)}
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
    </div>
  );
}
