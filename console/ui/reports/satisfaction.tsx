import type { MeasureRow, MeasureRows, MeasuresSeries, MeasuresSummary } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { Stars } from '../stars.tsx';
import { strings } from '../strings.ts';
import { viewWords } from '../strings-of-views.ts';
import { Card } from './figure.tsx';
import { pick } from './measure-book.ts';
import { ScoreChart } from './score-chart.tsx';
import { CsatChart } from './series-charts.tsx';
import { ShareList } from './share-list.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';
import { formsOf } from './zone-format.ts';

const RATES = pick('csat', 'responseRate');
const SPLIT = pick('episodes', 'csat', 'responseRate');

/** Whether service was good in the eyes of those who had it. */
export function Satisfaction() {
  const { reports } = useApp();
  const summary = useMeasures<MeasuresSummary>({ kind: 'measures/summary' });
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(usePlace()) } });
  const comments = useMeasures<MeasureRows>({ kind: 'measures/rows', extra: { of: 'rated' } });
  return (
    <>
      <Shown of={summary}>
        {({ measures }) => (
          <>
            <Card title={viewWords.satisfied}>
              <ShareList entries={RATES} measures={measures} />
              <p class="card-note">{viewWords.responded(number(measures.csat.answers), number(measures.csat.asked))}</p>
            </Card>
            <ScoreChart scores={measures.csat.scores} />
          </>
        )}
      </Shown>
      <Shown of={series}>{(value) => <CsatChart series={value} csv={series.csv} />}</Shown>
      <Shown of={comments}>{({ total, rows }) => <Comments total={total} rows={rows} csv={comments.csv} />}</Shown>
      <SplitTable entries={SPLIT} />
    </>
  );
}

function Comments({ total, rows, csv }: { total: number; rows: MeasureRow[]; csv: string }) {
  const app = useApp();
  const written = rows.filter(({ comment }) => comment);
  const forms = formsOf(app.reports.zoneOf(usePlace()));
  return (
    <Chart
      title={viewWords.comments}
      unit={`${viewWords.commentsUnit} · ${viewWords.commentsOf(number(written.length), number(rows.length), number(total))}`}
      csv={csv}
      twin={{ columns: [], rows: [] }}
      picture="table"
    >
      {written.length === 0 && <p class="quiet">{viewWords.noComments}</p>}
      <ul class="comments">
        {written.map(({ conversationId, episode, openedAt, score, comment, agentName }) => (
          <li key={`${conversationId}-${episode}`}>
            <p class="comment-head">
              <Stars score={score ?? 0} />
              <span class="visually-hidden">{strings.list.rated(score ?? 0)}</span>
              <a href={app.hrefOf({ name: 'inbox', conversationId })}>{forms.dayTime(openedAt)}</a>
              {agentName !== null && <span class="quiet">{viewWords.ratedBy(agentName)}</span>}
            </p>
            <blockquote class="comment-text" dir="auto">
              {comment}
            </blockquote>
          </li>
        ))}
      </ul>
    </Chart>
  );
}
