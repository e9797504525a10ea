import { called } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { ClockIcon } from './icons.tsx';
import { causesOf, followUpWords as words } from './strings-of-follow-ups.ts';

/** On every page until somebody says that she has seen it: a bad word of a visitor is hard to miss (K3). */
export function FollowUpBar() {
  const app = useApp();
  const { followUps } = useDesk();
  const news = followUps.news.value;
  const [first] = news;
  return (
    <div class="link-bar-place" role="alert">
      {first && (
        <p class="link-bar follow-up-bar">
          <ClockIcon size={16} />
          <span dir="auto">
            {words.news(news.length)} <bdi>{words.newsOf(causesOf(first), called(first.label))}</bdi>
          </span>
          <a
            class="button button-small"
            href={app.hrefOf({ name: 'followups', view: 'open' })}
            onClick={() => followUps.seen()}
          >
            {words.show}
          </a>
          <button type="button" class="button button-small" onClick={() => followUps.seen()}>
            {words.seen}
          </button>
        </p>
      )}
    </div>
  );
}
