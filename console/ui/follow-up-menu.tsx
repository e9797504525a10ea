import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { ClockIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { followUpWords as words } from './strings-of-follow-ups.ts';
import { useChoiceCommands } from './use-choice-commands.ts';
import { nextWorkday, tomorrowAt } from './wall.ts';

const HOUR_MS = 3_600_000;

/** Not now: a reminder for oneself, or a follow-up for somebody (K4). */
export function FollowUpMenu({ thread }: { thread: Thread }) {
  const { notice, service } = useApp();
  const desk = useDesk();
  const { followUps, ticker, me } = desk;
  const snooze = async (dueAt: number) => {
    const reminder = { conversationId: thread.id, kind: 'snooze', ownerId: me.id, note: '' } as const;
    if (await followUps.add({ ...reminder, dueAt })) notice.show('follow_up_kept');
    else notice.refuse(followUps.refused.value);
  };
  // By the clock on the wall: in the night it may be set.
  const snoozeTo = (wallOf: typeof tomorrowAt) => () => {
    const now = ticker.now.peek();
    void snooze(service.wall.instantOf(wallOf(now)) ?? now + 24 * HOUR_MS);
  };
  const all = [
    {
      id: 'thread:hour',
      keys: 'l h',
      name: words.snoozeHour,
      onChoose: () => void snooze(ticker.now.peek() + HOUR_MS),
    },
    { id: 'thread:day', keys: 'l d', name: words.snoozeDay, onChoose: snoozeTo(tomorrowAt) },
    { id: 'thread:workday', keys: 'l w', name: words.snoozeWorkday, onChoose: snoozeTo(nextWorkday) },
    { id: 'thread:followup', keys: 'l f', name: words.make, onChoose: () => followUps.ask(thread.id) },
  ];
  const choices = desk.may('conversation:serve') ? all : [];
  useChoiceCommands('thread', choices);
  if (choices.length === 0) return null;
  return (
    <div class="split">
      <Menu label={words.later} buttonClass="button pass-on" choices={choices}>
        <ClockIcon size={16} />
        <span class="split-rest">{words.laterShort}</span>
      </Menu>
    </div>
  );
}
