import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FeedbackFilter, FeedbackLine, FeedbackReport } from '../../protocol/wire/feedback.ts';
import type { PeriodName } from '../model/periods.ts';
import { called } from './called.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { CsvLink } from './csv-link.tsx';
import { Empty } from './empty.tsx';
import { FeedbackCards } from './feedback-cards.tsx';
import { day, dayTime, list, number } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';
import { feedbackWords } from './strings-of-feedback.ts';
import { frontWords } from './strings-of-front.ts';
import { reportWords } from './strings-of-reports.ts';
import { wordingWords } from './strings-of-wordings.ts';
import { TableScroll } from './table-scroll.tsx';
import { toldQuestions, WordingTable } from './wording-table.tsx';
import './styles/reports.css';

/** Days of one's own choice are the reports'. */
const isOffered = (name: PeriodName) => name !== 'days';

/** What visitors said in a period: figures with their n and interval, and each answer. */
export function FeedbackView() {
  const app = useApp();
  const route = app.route.value;
  const { period = '30', which = 'all' } = route.name === 'followups' ? route : {};
  const here = { name: 'followups', view: 'feedback', period, which } as const;
  useEffect(() => app.reports.showFeedback(period, which), [app, period, which]);
  const state = app.reports.feedback.state.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(which);
  // A number that was pressed is gone while its list is fetched: the keyboard follows to the list.
  useEffect(() => {
    if (state.status !== 'ready' || shown.current === which) return;
    shown.current = which;
    if (!(document.activeElement instanceof HTMLSelectElement)) heading.current?.focus();
  }, [state.status, which]);
  return (
    <>
      <div class="follow-head">
        <nav class="segments" aria-label={reportWords.periodLabel}>
          {app.reports.periods.filter(isOffered).map((name) => (
            <a
              key={name}
              href={app.hrefOf({ ...here, period: name })}
              aria-current={name === period ? 'true' : undefined}
            >
              <bdi>{reportWords.periods[name]}</bdi>
            </a>
          ))}
        </nav>
        <Choice
          label={feedbackWords.report.filtersLabel}
          value={which}
          options={app.reports.feedbackFilters.map((one) => [one, feedbackWords.report.filters[one]])}
          onChange={(chosen) => app.go({ ...here, which: chosen as FeedbackFilter })}
        />
      </div>
      {state.status === 'failed' && <Failed period={period} which={which} />}
      {(state.status === 'loading' || state.status === 'idle') && <Skeleton rows={5} kind="cards" />}
      {state.status === 'ready' && <Shown report={state.value} heading={heading} />}
      <p class="zone">{reportWords.zoneHint(app.reports.ownZone)}</p>
    </>
  );
}

function Failed({ period, which }: { period: PeriodName; which: FeedbackFilter }) {
  const { reports } = useApp();
  return (
    <Empty icon={<AlertIcon size={28} />} title={feedbackWords.report.failed}>
      <button type="button" class="button" onClick={() => reports.showFeedback(period, which)}>
        {strings.retry}
      </button>
    </Empty>
  );
}

function Shown({ report, heading }: { report: FeedbackReport; heading: RefObject<HTMLHeadingElement | null> }) {
  const { lines, total, from, to } = report;
  const route = useApp().route.value;
  const which = (route.name === 'followups' && route.which) || 'all';
  const { list: all, filters, total: answers } = feedbackWords.report;
  const name = which === 'all' ? all : filters[which];
  const count =
    which in HITS
      ? reportWords.rowsTotal(number(lines.length), number(total))
      : answers(number(total), number(lines.length));
  return (
    <>
      <FeedbackCards report={report} />
      <ByWords report={report} />
      <section class="episodes" aria-labelledby="said-title">
        <div class="episodes-head">
          <h2 id="said-title" ref={heading} tabIndex={-1}>
            {name}
          </h2>
          <p class="quiet">
            <bdi>{count}</bdi>
          </p>
          <CsvLink path={`feedback?from=${from}&to=${to}&which=${which}`} of={name} />
        </div>
        {lines.length === 0 ? <p class="quiet">{feedbackWords.report.empty}</p> : <Table lines={lines} which={which} />}
      </section>
    </>
  );
}

/** Each question whose words are the owner's, by those that were asked (K10). The rows behind them stand in the reports. */
function ByWords({ report: { from, to, wordings } }: { report: FeedbackReport }) {
  const app = useApp();
  const zone = app.reports.ownZone;
  const file = `measures/wordings?from=${from}&to=${to}&zone=${encodeURIComponent(zone)}`;
  const route = app.route.value;
  const period = (route.name === 'followups' && route.period) || '30';
  const place = { name: 'reports', view: 'satisfaction', period, split: null } as const;
  return (
    <>
      {toldQuestions(wordings).map(([question, own]) => (
        <section key={question} class="episodes" aria-label={wordingWords.titles[question]}>
          <div class="episodes-head">
            <h2>{wordingWords.titles[question]}</h2>
            <CsvLink path={file} of={wordingWords.titles[question]} />
          </div>
          <WordingTable
            question={question}
            wordings={own}
            zone={zone}
            title={wordingWords.titles[question]}
            hrefOf={({ siteId, since }) =>
              app.hrefOf({ ...place, only: { site: siteId }, which: `words:${question}-${since}` })
            }
          />
        </section>
      ))}
    </>
  );
}

/** Lists of follow-ups, and what the hits among them are called; null: there are none. */
const HITS = { heard: 'wonBack', due: 'kept', silent: null } as const;

function hitsOf(which: FeedbackFilter): 'wonBack' | 'kept' | null {
  return which in HITS ? HITS[which as keyof typeof HITS] : null;
}

const COLUMNS = ['when', 'who', 'score', 'more', 'comment', 'followUp'] as const;

function Table({ lines, which }: { lines: FeedbackLine[]; which: FeedbackFilter }) {
  const hits = hitsOf(which);
  return (
    <TableScroll titleId="said-title">
      <table class="episode-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {name === 'followUp' && hits ? feedbackWords.report[hits] : feedbackWords.report.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Row key={`${line.conversationId} ${line.at} ${index}`} line={line} hasHits={hits !== null} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ line, hasHits }: { line: FeedbackLine; hasHits: boolean }) {
  const app = useApp();
  const { conversationId, label, siteName, agentName, score, at, comment } = line;
  return (
    <tr>
      <td class="cell-when">{conversationId === null ? day(at) : dayTime(at)}</td>
      <th scope="row">
        {conversationId === null || label === null ? (
          <span class="quiet">{feedbackWords.report.anonymous}</span>
        ) : (
          <a href={app.hrefOf({ name: 'inbox', conversationId })}>
            <bdi>{called(label)}</bdi>
          </a>
        )}
        <span class="cell-site">
          <bdi>{[siteName, agentName].filter(Boolean).join(' · ')}</bdi>
        </span>
      </th>
      <td class="cell-when">
        {score === null ? (
          feedbackWords.report.nothing
        ) : (
          <>
            <Stars score={score} />
            <span class="visually-hidden">{strings.list.rated(score)}</span>
          </>
        )}
      </td>
      <td>
        <span dir="auto">{moreOf(line)}</span>
      </td>
      <td class="cell-comment" dir="auto">
        {comment ?? ''}
        {Object.keys(line.asked).length > 0 && <AskedAs asked={line.asked} />}
      </td>
      <td>{hasHits ? feedbackWords.report[line.isHit ? 'isHit' : 'isMiss'] : <FollowUpState line={line} />}</td>
    </tr>
  );
}

/** The owner's words of what was answered, as they were then. */
function AskedAs({ asked }: Pick<FeedbackLine, 'asked'>) {
  const said = Object.values(asked).flatMap((words) => Object.values(words));
  return <span class="cell-site">{wordingWords.askedWas(list(said))}</span>;
}

function moreOf({ solved, complaint, effort, recommend, reasons }: FeedbackLine): string {
  const parts = [
    complaint && frontWords.isComplaint,
    solved && frontWords.solved[solved],
    effort !== null && feedbackWords.report.effortOf(effort),
    recommend !== null && feedbackWords.report.recommendOf(recommend),
    ...reasons,
  ];
  return parts.filter(Boolean).join(' · ');
}

function FollowUpState({ line: { followUp } }: { line: FeedbackLine }) {
  const app = useApp();
  if (!followUp) return <>{feedbackWords.report.nothing}</>;
  if (followUp.outcome) return <>{feedbackWords.endAs[followUp.outcome]}</>;
  const isOver = followUp.dueAt <= app.reports.now();
  return (
    <span class={isOver ? 'follow-due follow-due-over' : 'follow-due'}>
      {isOver && <AlertIcon size={14} />}
      {isOver ? feedbackWords.report.overdue : feedbackWords.report.open}
    </span>
  );
}
