import { useEffect } from 'preact/hooks';
import { called } from './called.ts';
import { useApp } from './context.ts';
import { BellIcon } from './icons.tsx';
import { strings } from './strings.ts';
import { noticeWords } from './strings-of-notices.ts';

/** What came while nobody looked stays here until it is opened or put away (NT10); and a newer console is told of. */
export function MissedBar() {
  const app = useApp();
  const { notices } = app;
  const words = noticeWords.missed;
  useEffect(() => {
    const { kinds, said } = noticeWords;
    notices.speak({ ...said, made: strings.made, kinds: { ...kinds, test: said.test } });
  }, [notices]);
  const missed = notices.missed.value;
  const [first] = missed;
  const who = first?.made ? called(first.who) : (first?.who ?? '');
  return (
    <>
      <div class="link-bar-place" role="alert">
        {first && (
          <p class="link-bar missed-bar">
            <BellIcon size={16} />
            <span dir="auto">
              {first.kind === 'lost'
                ? words.lost(who)
                : missed.length === 1
                  ? words.one(who)
                  : words.many(missed.length, who)}
            </span>
            <a class="button button-small" href={app.hrefOf({ name: 'inbox', conversationId: first.conversationId })}>
              {words.open}
            </a>
            <button type="button" class="button button-small" onClick={() => notices.settle(first.conversationId)}>
              {words.dismiss}
            </button>
          </p>
        )}
      </div>
      <div class="link-bar-place" role="status">
        {notices.outdated.value && (
          <p class="link-bar link-bar-outdated">
            <span>{strings.link.outdated}</span>
            <button type="button" class="button button-small" onClick={() => location.reload()}>
              {strings.link.reload}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
