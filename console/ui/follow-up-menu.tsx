import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { ClockIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { followUpWords as words } from './strings-of-follow-ups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Not now: a reminder for oneself, or a follow-up for somebody (K4). */
export function FollowUpMenu({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const desk = useDesk();
  const { followUps, ticker, me } = desk;
  if (!desk.may('conversation:serve')) return null;
  const snooze = async (inMs: number) => {
    const reminder = { conversationId: thread.id, kind: 'snooze', ownerId: me.id, note: '' } as const;
    if (await followUps.add({ ...reminder, dueAt: ticker.now.peek() + inMs })) notice.show('follow_up_kept');
    else notice.refuse(followUps.refused.value);
  };
  const choices = [
    { name: words.snoozeHour, onChoose: () => void snooze(HOUR_MS) },
    { name: words.snoozeDay, onChoose: () => void snooze(DAY_MS) },
    { name: words.make, onChoose: () => followUps.ask(thread.id) },
  ];
  return (
    <div class="split">
      <Menu label={words.later} buttonClass="button pass-on" choices={choices}>
        <ClockIcon size={16} />
        <span class="split-rest">{words.laterShort}</span>
      </Menu>
    </div>
  );
}
