import type { OpenAsk } from '../model/asks.ts';
import { nameOf } from './called.ts';
import { useApp, useDesk } from './context.ts';
import { shortDuration } from './format.ts';
import { BellIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** One question of a colleague's, or of routing's, with what is left of its time. */
export function AskRingCard({ ask }: { ask: OpenAsk }) {
  const app = useApp();
  const { asks } = useDesk();
  const { summary, kind, byName, note, leftMs } = ask;
  const visitor = nameOf(summary.visitor);
  const here = { name: 'inbox', conversationId: summary.id } as const;
  const accept = async () => {
    if (await asks.accept(summary.id)) app.go(here);
    else app.notice.refuse(asks.refused.value);
  };
  const decline = async () => {
    if (!(await asks.decline(summary.id))) app.notice.refuse(asks.refused.value);
  };
  return (
    <section class="ring" aria-label={kind === 'offer' ? strings.team.ring.offerLabel : strings.team.ring.label}>
      <p class="ring-title">
        <BellIcon size={18} />
        <span>{strings.team.ring[kind](byName, visitor)}</span>
      </p>
      {note && (
        <p class="ring-note" dir="auto">
          {note}
        </p>
      )}
      <p class="ring-actions">
        <button type="button" class="button button-primary button-small" onClick={() => void accept()}>
          {strings.team.ring.accept}
        </button>
        <button type="button" class="button button-small" onClick={() => void decline()}>
          {strings.team.ring.decline}
        </button>
        <a class="link-button" href={app.hrefOf(here)}>
          {strings.team.ring.look}
        </a>
        {/* Told once by the alert; a countdown that is read out each second helps nobody. */}
        <span class="ring-left" aria-live="off">
          <bdi>{strings.team.ring.left(shortDuration(leftMs))}</bdi>
        </span>
      </p>
    </section>
  );
}
