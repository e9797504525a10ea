import type { Measures, MeasuresSummary } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { useApp } from '../context.ts';
import { Definition } from '../definition.tsx';
import { duration, number } from '../format.ts';
import { isolate } from '../isolated.tsx';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { TableScroll } from '../table-scroll.tsx';
import { judge, rangeOf, type Verdict } from './difference.ts';
import { Figure } from './figure.tsx';
import { type BookEntry, type Figured, pick, spell } from './measure-book.ts';
import { Shown } from './shown.tsx';
import { useMeasures, usePlace } from './use-measures.ts';
import { formsOf } from './zone-format.ts';

const COMPARED = pick(
  ...(['episodes', 'answered', 'abandoned', 'abandonedShare', 'firstResponse', 'response', 'queue'] as const),
  ...(['resolution', 'handling', 'serviceLevel', 'csat', 'resolvedShare'] as const),
  ...(['firstContact', 'reopened', 'complaints', 'complaintTime'] as const),
);

/** Two periods beside each other, with what chance has to do with the difference in words. */
export function Compare() {
  const { reports } = useApp();
  const place = usePlace();
  const forms = formsOf(reports.zoneOf(place));
  const asked = useMeasures<MeasuresSummary>({ kind: 'measures/summary', against: true });
  const nameOf = ({ from, to }: { from: number; to: number }) => words.spanOf(forms.day(from), forms.day(to - 1));
  return (
    <Shown of={asked}>
      {({ measures, against, question }) => (
        <Chart
          title={viewWords.compareTitle}
          unit={viewWords.compareUnit(nameOf(question), nameOf(against?.question ?? reports.spanBefore(place)))}
          twin={{ columns: [], rows: [] }}
          picture="table"
          csv={asked.csv}
          note={against?.shared ? viewWords.compareShared(number(against.shared)) : viewWords.compareNote}
        >
          {against && <Table now={measures} against={against} />}
        </Chart>
      )}
    </Shown>
  );
}

type Against = NonNullable<MeasuresSummary['against']>;

function Table({ now, against }: { now: Measures; against: Against }) {
  const { thisPeriod, before: beforeWord, change, judged, percentile } = viewWords;
  return (
    <TableScroll label={viewWords.compareTitle}>
      <table class="twin compare">
        <thead>
          <tr>
            <th scope="col">{percentile}</th>
            {[thisPeriod, beforeWord, change].map((name) => (
              <th key={name} scope="col" class="cell-figure">
                {name}
              </th>
            ))}
            <th scope="col">{judged}</th>
          </tr>
        </thead>
        <tbody>
          {COMPARED.map((entry) => {
            const [a, b] = [entry.read(now), entry.read(against.measures)];
            const verdict = a && b && judge(entry, a, b, against);
            const { from, to } = against.question;
            const earlier = `${entry.which}@${from}-${to}`;
            const range = rangeOf(entry, against.differences);
            return verdict && <Line key={entry.measure} {...{ entry, now: a, before: b, earlier, verdict, range }} />;
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface LineProps {
  entry: BookEntry;
  now: Figured;
  before: Figured;
  /** The rows behind it. */
  earlier: string;
  verdict: Verdict;
  /** Within which the true change lies, in 95 of 100 cases; null: nobody can say, or it is a plain number. */
  range: { low: number; high: number } | null;
}

function Line({ entry, now, before, earlier, verdict, range }: LineProps) {
  const { name, means } = measureWords[entry.measure];
  const side = (figured: Figured) =>
    figured.kind !== 'count' && <span class="group-n">{words.n(number(figured.n))}</span>;
  return (
    <tr>
      <th scope="row">
        <span class="compare-name">
          {name} <Definition measure={name} text={means} />
        </span>
      </th>
      <td class="cell-figure">
        <Figure which={entry.which} measure={name} small>
          {spell(now)}
        </Figure>
        {side(now)}
      </td>
      <td class="cell-figure">
        <Figure which={earlier} measure={name} small>
          {spell(before)}
        </Figure>
        {side(before)}
      </td>
      <td class="cell-figure">
        <bdi>{changeOf(now, before)}</bdi>
        {range && (
          <span class="group-n">
            {words.interval(isolate(signed(now.kind, range.low)), isolate(signed(now.kind, range.high)))}
          </span>
        )}
      </td>
      <td class={`verdict verdict-${verdict}`}>{viewWords.verdicts[verdict]}</td>
    </tr>
  );
}

const SECOND = 1_000;

/** With its sign: a number, points of a share, or a length. */
function changeOf(now: Figured, before: Figured): string {
  if (now.value === null || before.value === null) return words.none;
  return signed(now.kind, now.value - before.value);
}

function signed(kind: Figured['kind'], exact: number): string {
  // The sign belongs to what is written: a tenth of a point is none.
  const difference = Math.round(kind === 'share' ? exact * 100 : kind === 'lengths' ? exact / SECOND : exact);
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  const size = Math.abs(difference);
  if (kind === 'count') return `${sign}${number(size)}`;
  if (kind === 'share') return `${sign}${viewWords.changes.points(number(size))}`;
  return `${sign}${duration(size * SECOND)}`;
}
