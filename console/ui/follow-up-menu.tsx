import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { ClockIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { followUpWords as words } from './strings-of-follow-ups.ts';
import { useChoiceCommands } from './use-choice-commands.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Not now: a reminder for oneself, or a follow-up for somebody (K4). */
export function FollowUpMenu({ thread }: { thread: Thread }) {
  const { notice } = useApp();
  const desk = useDesk();
  const { followUps, ticker, me } = desk;
  const snooze = async (inMs: number) => {
    const reminder = { conversationId: thread.id, kind: 'snooze', ownerId: me.id, note: '' } as const;
    if (await followUps.add({ ...reminder, dueAt: ticker.now.peek() + inMs })) notice.show('follow_up_kept');
    else notice.refuse(followUps.refused.value);
  };
  const all = [
    { id: 'thread:hour', keys: 'l h', name: words.snoozeHour, onChoose: () => void snooze(HOUR_MS) },
    { id: 'thread:day', keys: 'l d', name: words.snoozeDay, onChoose: () => void snooze(DAY_MS) },
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
