import type { Planned } from '../../protocol/wire/composer.ts';
import type { Thread } from '../model/thread.ts';
import { useApp, useDesk } from './context.ts';
import { dayTime } from './format.ts';
import { AlertIcon, ClockIcon } from './icons.tsx';
import { composerWords } from './strings-of-composer.ts';
import { messageWords } from './strings-of-messages.ts';
import './styles/composer.css';

/** Under the thread: what leaves later, and what asks instead (D5, D7). */
export function PlannedStrip({ thread }: { thread: Thread }) {
  const found = useDesk().composing.planned.of(thread.id);
  if (found.length === 0) return null;
  return (
    <ul class="planned" aria-label={composerWords.planned.label}>
      {found.map((one) => (
        <Line key={one.id} planned={one} />
      ))}
    </ul>
  );
}

function Line({ planned }: { planned: Planned }) {
  const { notice } = useApp();
  const { composing, me } = useDesk();
  const words = composerWords.planned;
  const mine = planned.by.id === me.id;
  const { held } = planned;
  const isOver = held === 'closed' || held === 'reassigned' || held === 'viewing';
  const act = async (done: Promise<Parameters<typeof notice.refuse>[0]>) => {
    const error = await done;
    if (error) notice.refuse(error);
  };
  return (
    <li class={held ? 'planned-line planned-held' : 'planned-line'}>
      <p class="planned-when" role={held && mine ? 'alert' : undefined}>
        {held ? <AlertIcon size={16} /> : <ClockIcon size={16} />}
        <span>{held ? words.held[held] : whenOf(planned, mine)}</span>
      </p>
      <p class="planned-body" dir="auto">
        {planned.body}
      </p>
      <p class="planned-more quiet">
        {planned.close && <span>{words.closes} </span>}
        {!held && planned.outsideHours && (
          <span>{words.outside(planned.opensAt === null ? null : dayTime(planned.opensAt))}</span>
        )}
      </p>
      <p class="planned-acts">
        {mine && !isOver && (
          <>
            <button type="button" class="button button-small" onClick={() => composing.ask({ planned })}>
              {words.change}
            </button>
            <button
              type="button"
              class="button button-small"
              onClick={() => void act(composing.planned.sendNow(planned))}
            >
              {words.now}
            </button>
          </>
        )}
        {mine && isOver && (
          <button type="button" class="button button-small" onClick={() => void act(composing.takeBack(planned))}>
            {messageWords.intoBox}
          </button>
        )}
        {(mine || composing.leads) && (
          <button type="button" class="button button-small" onClick={() => void act(composing.planned.cancel(planned))}>
            {words.cancel}
          </button>
        )}
      </p>
    </li>
  );
}

function whenOf(planned: Planned, mine: boolean): string {
  const { planned: words } = composerWords;
  const when = dayTime(planned.sendAt);
  return mine ? words.at(when) : words.byOther(planned.by.name, when);
}
