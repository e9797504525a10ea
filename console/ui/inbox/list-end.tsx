import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../context.ts';
import { strings } from '../strings.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';

/** Below the last of the closed ones: it goes on by itself when somebody comes here, and says how far it has looked (U5). */
export function ListEnd() {
  const { lists } = useDesk();
  const end = useRef<HTMLDivElement>(null);
  const { closed } = lists;
  const isClosed = lists.place.value.view === 'closed';
  const state = closed.state.value;
  const next = closed.next.value;
  const found = lists.listed.value.length;
  useEffect(() => {
    // A first look that found nothing waits to be told to go on: a filter may fit nothing at all.
    if (!isClosed || !end.current || found === 0 || typeof IntersectionObserver !== 'function') return;
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && closed.more());
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [isClosed, closed, found, next]);
  if (!isClosed) return null;
  return (
    <div class="list-end" ref={end} role="status">
      {state === 'loading' && <p class="quiet">{words.looking}</p>}
      {state === 'failed' && <p>{words.moreFailed}</p>}
      {state === 'failed' && (
        <button type="button" class="button button-small" onClick={() => closed.more()}>
          {strings.retry}
        </button>
      )}
      {state === 'ready' && next && (
        <button type="button" class="button button-small" onClick={() => closed.more()}>
          {found === 0 ? words.moreFrom(next.closedAt) : words.more}
        </button>
      )}
      {state === 'ready' && !next && found > 0 && <p class="quiet">{words.ended}</p>}
    </div>
  );
}
