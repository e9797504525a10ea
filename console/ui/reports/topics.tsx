import type { MeasuresSplit } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { RowBar } from '../charts/small-charts.tsx';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { AlertIcon } from '../icons.tsx';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { nameOfKey } from './key-names.ts';
import { pick } from './measure-book.ts';
import { Shown } from './shown.tsx';
import { type Counted, findSpikes, type TopicLine } from './spikes.ts';
import { GroupsOf } from './split-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const COLUMNS = pick('episodes', 'firstResponse', 'csat', 'firstContact', 'reopened');
const QUESTION = { kind: 'measures/splits', extra: { split: 'topic' } } as const;

/** What people come with, and what suddenly became more. */
export function Topics() {
  const asked = useMeasures<MeasuresSplit>(QUESTION);
  const earlier = useEarlier();
  return (
    <>
      <Shown of={asked}>
        {({ groups }) => (
          <Chart
            title={viewWords.topicsTitle}
            unit={viewWords.topicsUnit}
            twin={{ columns: [], rows: [] }}
            picture="table"
            csv={asked.csv}
            note={viewWords.spikeNote}
          >
            <Lines lines={findSpikes(countsOf(groups), earlier)} />
          </Chart>
        )}
      </Shown>
      <GroupsOf split="topic" entries={COLUMNS} />
    </>
  );
}

/** The four periods before, as far as they are known. */
function useEarlier(): Counted[][] {
  const first = useMeasures<MeasuresSplit>({ ...QUESTION, back: 1 });
  const second = useMeasures<MeasuresSplit>({ ...QUESTION, back: 2 });
  const third = useMeasures<MeasuresSplit>({ ...QUESTION, back: 3 });
  const fourth = useMeasures<MeasuresSplit>({ ...QUESTION, back: 4 });
  const states = [first, second, third, fourth].map(({ state }) => state);
  // Half of them would be another measure than the one that is told in words.
  return states.every((state) => state.status === 'ready')
    ? states.flatMap((state) => (state.status === 'ready' ? [countsOf(state.value.groups)] : []))
    : [];
}

function countsOf(groups: MeasuresSplit['groups']): Counted[] {
  return groups.map(({ key, name, measures }) => ({ key, name: nameOfKey('topic', key, name), n: measures.episodes }));
}

function Lines({ lines }: { lines: TopicLine[] }) {
  const app = useApp();
  const place = usePlace();
  if (lines.length === 0) return <p class="quiet">{viewWords.noTopics}</p>;
  const most = Math.max(1, ...lines.map(({ n }) => n));
  return (
    <table class="twin counts">
      <thead>
        <tr>
          <th scope="col">{viewWords.topic}</th>
          <td class="counts-bar" />
          {[words.nColumn, viewWords.usual].map((name) => (
            <th key={name} scope="col" class="cell-figure">
              {name}
            </th>
          ))}
          <th scope="col">
            <span class="visually-hidden">{viewWords.spike}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, n, usual, isSpike }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td class="counts-bar">
              <RowBar part={n} of={most} fill={isSpike ? 5 : 0} />
            </td>
            <td class="cell-figure">
              <a
                class="figure figure-note"
                href={app.hrefOf({ ...place, only: { ...place.only, topic: key }, which: 'episodes' })}
                title={words.showRows(name)}
              >
                {number(n)}
              </a>
            </td>
            <td class="cell-figure">{usual === null ? words.none : number(usual)}</td>
            <td>
              {isSpike && (
                <span class="spike">
                  <AlertIcon size={14} /> {viewWords.spike}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
