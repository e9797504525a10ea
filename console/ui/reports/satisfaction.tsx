import type { ComponentChildren } from 'preact';
import type {
  MeasureRow,
  MeasureRows,
  Measures,
  MeasuresSeries,
  MeasuresSummary,
  MeasuresWordings,
} from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { useApp } from '../context.ts';
import { LOCALE, number, percent } from '../format.ts';
import { Stars } from '../stars.tsx';
import { strings } from '../strings.ts';
import { viewWords } from '../strings-of-views.ts';
import { wordingWords } from '../strings-of-wordings.ts';
import { Card } from './figure.tsx';
import { pick } from './measure-book.ts';
import { ScoreChart } from './score-chart.tsx';
import { CsatChart } from './series-charts.tsx';
import { ShareList } from './share-list.tsx';
import { Shown } from './shown.tsx';
import { SplitTable } from './split-table.tsx';
import { useMeasures, usePlace } from './use-measures.ts';
import { Wordings } from './wordings.tsx';
import { formsOf } from './zone-format.ts';

const RATES = pick('csat', 'responseRate');
const SPLIT = pick('episodes', 'csat', 'responseRate');

/** Whether service was good in the eyes of those who had it. */
export function Satisfaction() {
  const { reports } = useApp();
  const summary = useMeasures<MeasuresSummary>({ kind: 'measures/summary' });
  const series = useMeasures<MeasuresSeries>({ kind: 'measures/series', extra: { by: reports.stepOf(usePlace()) } });
  const wordings = useMeasures<MeasuresWordings>({ kind: 'measures/wordings' });
  const comments = useMeasures<MeasureRows>({ kind: 'measures/rows', extra: { of: 'rated' } });
  return (
    <>
      <Shown of={summary}>
        {({ measures }) => (
          <>
            <Card title={viewWords.satisfied}>
              <ShareList entries={RATES} measures={measures} />
              <p class="card-note">{viewWords.responded(number(measures.csat.answers), number(measures.csat.asked))}</p>
              <Nameless csat={measures.csat} />
            </Card>
            <ScoreChart scores={measures.csat.scores} />
          </>
        )}
      </Shown>
      <Shown of={wordings}>{(value) => <Wordings wordings={value.wordings ?? []} csv={wordings.csv} />}</Shown>
      <Shown of={series}>{(value) => <CsatChart series={value} csv={series.csv} />}</Shown>
      <Shown of={comments}>{(list) => <Comments list={list} csv={comments.csv} />}</Shown>
      <SplitTable entries={SPLIT} />
    </>
  );
}

const listed = new Intl.ListFormat(LOCALE, { style: 'short', type: 'conjunction' });

/** How many of the answers have no name, or that none of those can be in this figure (K9). */
function Nameless({ csat: { anonymous } }: Pick<Measures, 'csat'>) {
  if (anonymous === 0) return null;
  return (
    <p class="card-note">{anonymous === null ? viewWords.namelessUnknown : viewWords.namelessIn(number(anonymous))}</p>
  );
}

/** What was written or ticked, with whom it is about: of several agents each by her part of the messages (M6). */
function Comments({ list: { total, rows, nameless }, csv }: { list: MeasureRows; csv: string }) {
  const app = useApp();
  const forms = formsOf(app.reports.zoneOf(usePlace()));
  const said = rows.filter(({ comment, reasons }) => comment || reasons.length > 0);
  const saidWithout = nameless.filter(({ comment, reasons }) => comment || reasons.length > 0);
  const shown = number(said.length + saidWithout.length);
  return (
    <Chart
      title={viewWords.comments}
      unit={`${viewWords.commentsUnit} · ${viewWords.commentsOf(shown, number(rows.length + nameless.length), number(total))}`}
      csv={csv}
      twin={{ columns: [], rows: [] }}
      picture="table"
    >
      {said.length + saidWithout.length === 0 && <p class="quiet">{viewWords.noComments}</p>}
      <ul class="comments">
        {said.map((row) => (
          <Comment key={`${row.conversationId}-${row.episode}`} score={row.score ?? 0} said={row}>
            <a href={app.hrefOf({ name: 'inbox', conversationId: row.conversationId })}>
              {forms.dayTime(row.openedAt)}
            </a>
            <SharesOf row={row} />
            <AskedAs words={row.asked} />
          </Comment>
        ))}
        {saidWithout.map((row, index) => (
          <Comment key={`nameless-${index}`} score={row.score} said={row}>
            <span>{forms.day(row.dayAt)}</span>
            <span class="quiet">{viewWords.nameless}</span>
            <AskedAs words={row.asked} />
          </Comment>
        ))}
      </ul>
    </Chart>
  );
}

interface CommentProps {
  score: number;
  said: { comment: string | null; reasons: string[] };
  children: ComponentChildren;
}

function Comment({ score, said: { comment, reasons }, children }: CommentProps) {
  return (
    <li>
      <p class="comment-head">
        <Stars score={score} />
        <span class="visually-hidden">{strings.list.rated(score)}</span>
        {children}
      </p>
      {comment && (
        <blockquote class="comment-text" dir="auto">
          {comment}
        </blockquote>
      )}
      {reasons.length > 0 && (
        <ul class="comment-reasons" aria-label={viewWords.reasons}>
          {reasons.map((reason) => (
            <li key={reason} class="tag" dir="auto">
              {reason}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function SharesOf({ row: { shares, agentName } }: { row: MeasureRow }) {
  if (shares.length < 2) return agentName === null ? null : <span class="quiet">{viewWords.ratedBy(agentName)}</span>;
  const parts = [...shares].sort((a, b) => b.share - a.share);
  return (
    <span class="quiet">
      {listed.format(parts.map(({ name, share }) => viewWords.ratedShare(name, percent(share))))}
    </span>
  );
}

/** An owner's words of the question, as they were when it was answered (K10). */
function AskedAs({ words }: { words: MeasureRow['asked'] }) {
  const said = Object.values(words);
  if (said.length === 0) return null;
  return (
    <span class="quiet" dir="auto">
      {wordingWords.askedWas(listed.format(said))}
    </span>
  );
}
