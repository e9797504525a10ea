import type { Measures, MeasuresSeries, MeasuresSummary } from '../../../protocol/wire/measures.ts';
import type { Loaded } from '../../model/load.ts';
import { RowBar, Sparkline } from '../charts/small-charts.tsx';
import { useApp } from '../context.ts';
import { Empty } from '../empty.tsx';
import { number, percent } from '../format.ts';
import { ReportsIcon } from '../icons.tsx';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { judge } from './difference.ts';
import { Card, Few, Figure, MeasureCard } from './figure.tsx';
import { FileLink } from './file-link.tsx';
import { type BookEntry, csatShare, pick, spell } from './measure-book.ts';
import { ShareList } from './share-list.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { SpreadTable } from './spread-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

const LENGTHS = pick('firstResponse', 'firstResponseInHours', 'response', 'queue', 'resolution', 'handling');
const RATES = pick('serviceLevel', 'abandonedShare', 'resolvedShare', 'firstContact', 'reopened', 'complaints');
const SPLIT = pick('episodes', 'firstResponse', 'abandonedShare', 'csat');

type Against = MeasuresSummary['against'];

/** Whether service is prompt, accurate and good, on one page. */
export function Overview() {
  const { reports } = useApp();
  const place = usePlace();
  const asked = useMeasures<MeasuresSummary>({ kind: 'measures/summary', against: true });
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(place) } });
  const points = readyOf(series.state)?.points;
  return (
    <Shown of={asked} rows={5}>
      {({ measures, against }) =>
        measures.episodes === 0 ? (
          <Empty icon={<ReportsIcon size={32} />} title={words.empty} hint={words.emptyHint} />
        ) : (
          <>
            <div class="cards">
              {pick('episodes', 'answered', 'abandoned').map((entry) => (
                <CountCard
                  key={entry.measure}
                  entry={entry}
                  measures={measures}
                  against={against}
                  values={points?.map((point) => point[entry.measure as 'episodes'])}
                />
              ))}
              <Card title={viewWords.responseTimes} means={measureWords.firstResponse.means} shape="wide">
                <SpreadTable entries={LENGTHS} measures={measures} />
                <p class="card-note">
                  {viewWords.answeredOfAll(measures.firstResponse.answered, measures.firstResponse.n)}
                </p>
                <Beside of={pick('firstResponse')[0]} now={measures} against={against} />
              </Card>
              <SatisfactionCard measures={measures} against={against} />
              <Card title={viewWords.rates} shape="full">
                <ShareList entries={RATES} measures={measures} />
              </Card>
            </div>
            <SplitTable entries={SPLIT} />
            <FileLink href={asked.csv} of={words.views.overview} />
          </>
        )
      }
    </Shown>
  );
}

function readyOf<T>(state: Loaded<T>): T | null {
  return state.status === 'ready' ? state.value : null;
}

interface CountProps {
  entry: BookEntry;
  measures: Measures;
  against: Against;
  values: readonly number[] | undefined;
}

function CountCard({ entry, measures, against, values }: CountProps) {
  const { measure, which } = entry;
  const figured = entry.read(measures);
  return (
    <MeasureCard measure={measure}>
      <div class="card-row">
        <Figure which={which} measure={measureWords[measure].name}>
          {number(figured?.value ?? 0)}
        </Figure>
        {values && values.length > 1 && <Sparkline values={values} />}
      </div>
      {measure !== 'episodes' && (
        <p class="card-note">
          {percent((figured?.value ?? 0) / measures.episodes)} · {words.n(number(measures.episodes))}
        </p>
      )}
      <Beside of={entry} now={measures} against={against} />
    </MeasureCard>
  );
}

function SatisfactionCard({ measures, against }: { measures: Measures; against: Against }) {
  const { csat } = measures;
  const { share, low, high, few } = csatShare(measures);
  return (
    <MeasureCard measure="csat" shape="csat">
      {share === null ? (
        <p class="card-none">{viewWords.noRatings}</p>
      ) : (
        <>
          <Figure which="satisfied" measure={measureWords.csat.name}>
            {percent(share)}
          </Figure>
          {few && <Few />}
          <p class="card-note">
            <Figure which="rated" measure={measureWords.responseRate.name} small>
              {words.n(number(csat.answers))}
            </Figure>
            {low !== null && high !== null && ` · ${words.interval(percent(low), percent(high))}`}
          </p>
          <Beside of={pick('csat')[0]} now={measures} against={against} />
        </>
      )}
      <p class="card-note">{viewWords.responded(number(csat.answers), number(csat.asked))}</p>
      {csat.answers > 0 && <ScoreList scores={csat.scores} />}
    </MeasureCard>
  );
}

interface BesideProps {
  of: BookEntry | undefined;
  now: Measures;
  against: Against;
}

/** Against as long a time right before, with what chance has to do with it. */
function Beside({ of, now, against }: BesideProps) {
  if (!of || !against || against.measures.episodes === 0) return null;
  const [a, b] = [of.read(now), of.read(against.measures)];
  if (!a || !b) return null;
  const verdict = judge(of, a, b, against);
  return <p class="card-note">{viewWords.against(spell(b), viewWords.verdicts[verdict])}</p>;
}

/** How often each score was given, the best on top. */
function ScoreList({ scores }: { scores: readonly number[] }) {
  const most = Math.max(1, ...scores);
  return (
    <table class="scores">
      <caption class="visually-hidden">{viewWords.scores}</caption>
      <tbody>
        {scores
          .map((count, index) => ({ score: index + 1, count }))
          .reverse()
          .map(({ score, count }) => (
            <tr key={score}>
              <th scope="row" class="scores-name">
                {score}
                <span class="visually-hidden"> {viewWords.ofFive}</span>
              </th>
              <td class="scores-bar">
                <RowBar part={count} of={most} />
              </td>
              <td class="cell-figure">
                {count === 0 ? (
                  number(count)
                ) : (
                  <Figure which={`score:${score}`} measure={viewWords.scoreOf(score)} small>
                    {number(count)}
                  </Figure>
                )}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
