import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { shortDuration } from './format.ts';
import { ClockIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** Somebody was asked and has not answered: the visitor notices nothing, the team sees it here. */
export function AskingBar({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const { ticker, me } = useDesk();
  const ask = thread.ask.value;
  if (!ask || ask.to.id === me.id) return null;
  const leftMs = Math.max(0, ask.until - ticker.now.value);
  const takeBack = async () => {
    if (!(await thread.hand.do('ask:cancel'))) notice.refuse(thread.hand.refused.value);
  };
  return (
    <div class="asking" role="status">
      <ClockIcon size={16} />
      <span>{strings.team.asking[ask.kind](ask.to.name)}</span>
      <bdi class="asking-left" aria-live="off">
        {shortDuration(leftMs)}
      </bdi>
      {ask.by.id === me.id && (
        <button type="button" class="link-button" onClick={() => void takeBack()}>
          {strings.team.asking.takeBack}
        </button>
      )}
    </div>
  );
}
