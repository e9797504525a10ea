import { nameOf } from '../called.ts';
import { useApp, useDesk } from '../context.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { WaitMark } from '../wait-mark.tsx';

/** Who waits longest, above the list and whatever the list shows: it cannot be scrolled or filtered away (U10). */
export function LongestBar() {
  const app = useApp();
  const desk = useDesk();
  const longest = desk.inbox.longest.value;
  const wait = longest && desk.waitOf(longest);
  if (!longest || !wait) return null;
  const here = desk.panes.isShown(longest.id);
  const list = desk.lists.place.value;
  return (
    <a
      class={`longest longest-${wait.level}`}
      href={app.hrefOf({ name: 'inbox', conversationId: longest.id, list })}
      aria-current={here ? 'true' : undefined}
    >
      <span class="longest-what">{words.longest}</span>
      <bdi class="longest-who">{nameOf(longest.visitor)}</bdi>
      <WaitMark wait={wait} />
    </a>
  );
}
