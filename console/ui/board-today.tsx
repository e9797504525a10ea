import type { Lengths, MeasuresToday } from '../../protocol/wire/measures.ts';
import { useDesk } from './context.ts';
import { number, shortDuration } from './format.ts';
import { boardWords as words } from './strings-of-board.ts';

/** Today so far beside the usual of this weekday up to this time of day; nothing until it is known. */
export function BoardToday() {
  const today = useDesk().board.today.value;
  if (!today) return null;
  return (
    <section aria-label={words.today}>
      <dl class="board-totals board-today" title={meansOf(today)}>
        <Against name={words.came} value={number(today.today.episodes)} usual={today.usual.episodes} spell={number} />
        <Against
          name={words.firstResponse}
          value={lengthOf(today.today.firstResponse)}
          n={today.today.firstResponse.n}
          usual={today.usual.firstResponseP50Ms}
          spell={shortDuration}
        />
        <Against
          name={words.inQueue}
          value={lengthOf(today.today.queue)}
          n={today.today.queue.n}
          usual={today.usual.queueP50Ms}
          spell={shortDuration}
        />
      </dl>
      <p class="quiet board-means">{meansOf(today)}</p>
    </section>
  );
}

function meansOf({ usual }: MeasuresToday): string {
  return usual.days === 0 ? words.todayNone : words.todayMeans(usual.days);
}

function lengthOf({ n, p50Ms }: Lengths): string {
  if (n === 0) return '–';
  return p50Ms === null ? words.notReached : shortDuration(p50Ms);
}

interface Props {
  name: string;
  value: string;
  n?: number;
  usual: number | null;
  spell(value: number): string;
}

function Against({ name, value, n, usual, spell }: Props) {
  return (
    <div class="board-total">
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>{' '}
        <span class="quiet">
          {usual === null ? words.noUsual : words.usual(spell(usual))}
          {n !== undefined && (
            <>
              {'\u00a0· '}
              <span class="board-n">{words.n(number(n))}</span>
            </>
          )}
        </span>
      </dd>
    </div>
  );
}
