import type { MeasuresSplit } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { RowBar } from '../charts/small-charts.tsx';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { AlertIcon } from '../icons.tsx';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { TableScroll } from '../table-scroll.tsx';
import { nameOfKey } from './key-names.ts';
import { pick } from './measure-book.ts';
import { Shown } from './shown.tsx';
import { type Counted, findSpikes, type TopicLine } from './spikes.ts';
import { GroupsOf } from './split-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const COLUMNS = pick('episodes', 'firstResponse', 'csat', 'firstContact', 'reopened');

/** What people come with, what the team says it was about, and what suddenly became more. */
export function Topics() {
  return (
    <>
      <Counts split="topic" title={viewWords.topicsTitle} unit={viewWords.topicsUnit} none={viewWords.noTopics} />
      <GroupsOf split="topic" entries={COLUMNS} />
      <Counts split="tag" title={viewWords.tagsTitle} unit={viewWords.tagsUnit} none={viewWords.noTags} />
      <GroupsOf split="tag" entries={COLUMNS} />
    </>
  );
}

interface CountsProps {
  split: 'topic' | 'tag';
  title: string;
  unit: string;
  none: string;
}

function Counts({ split, title, unit, none }: CountsProps) {
  const asked = useMeasures<MeasuresSplit>({ kind: 'measures/splits', extra: { split } });
  const earlier = useEarlier(split);
  return (
    <Shown of={asked}>
      {({ groups }) => (
        <Chart
          title={title}
          unit={unit}
          twin={{ columns: [], rows: [] }}
          picture="table"
          csv={asked.csv}
          note={viewWords.spikeNote}
        >
          <Lines split={split} none={none} lines={findSpikes(countsOf(split, groups), earlier)} />
        </Chart>
      )}
    </Shown>
  );
}

/** The four periods before, as far as they are known. */
function useEarlier(split: CountsProps['split']): Counted[][] {
  const question = { kind: 'measures/splits', extra: { split } } as const;
  const first = useMeasures<MeasuresSplit>({ ...question, back: 1 });
  const second = useMeasures<MeasuresSplit>({ ...question, back: 2 });
  const third = useMeasures<MeasuresSplit>({ ...question, back: 3 });
  const fourth = useMeasures<MeasuresSplit>({ ...question, back: 4 });
  const states = [first, second, third, fourth].map(({ state }) => state);
  // Half of them would be another measure than the one that is told in words.
  return states.every((state) => state.status === 'ready')
    ? states.flatMap((state) => (state.status === 'ready' ? [countsOf(split, state.value.groups)] : []))
    : [];
}

function countsOf(split: CountsProps['split'], groups: MeasuresSplit['groups']): Counted[] {
  return groups.map(({ key, name, measures }) => ({ key, name: nameOfKey(split, key, name), n: measures.episodes }));
}

interface LinesProps extends Pick<CountsProps, 'split' | 'none'> {
  lines: TopicLine[];
}

function Lines({ split, none, lines }: LinesProps) {
  const app = useApp();
  const place = usePlace();
  if (lines.every(({ key }) => key === '')) return <p class="quiet">{none}</p>;
  const most = Math.max(1, ...lines.map(({ n }) => n));
  return (
    <TableScroll label={words.splitNames[split]}>
      <table class="twin counts counts-topics">
        <thead>
          <tr>
            <th scope="col">{words.splitNames[split]}</th>
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
                  href={app.hrefOf({ ...place, only: { ...place.only, [split]: key }, which: 'episodes' })}
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
    </TableScroll>
  );
}
