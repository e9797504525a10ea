import type { ComponentChildren } from 'preact';
import type { FeedbackFilter, FeedbackReport, FollowUpOutcome, PartOf } from '../../protocol/wire/feedback.ts';
import { useApp } from './context.ts';
import { Definition } from './definition.tsx';
import { number, percent, points } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { feedbackWords } from './strings-of-feedback.ts';
import { reportWords } from './strings-of-reports.ts';

type Measure = keyof typeof feedbackWords.report.definitions;

/** CSAT, CES, NPS, won back, promises kept: each with n and interval, and never a rank (K8). */
export function FeedbackCards({ report }: { report: FeedbackReport }) {
  const { effort, recommend, followUps } = report;
  return (
    <div class="cards feedback-cards">
      <SatisfactionCard report={report} />
      <Card
        measure="effort"
        which="effort"
        value={effort.share === null ? null : percent(effort.share)}
        few={effort.few && effort.n > 0}
      >
        {effort.share !== null && (
          <Note>{`${feedbackWords.report.n(number(effort.n))} · ${span(effort, percent)}`}</Note>
        )}
        {effort.mean !== null && <Note>{feedbackWords.report.mean(number(Math.round(effort.mean * 10) / 10))}</Note>}
      </Card>
      <Card
        measure="recommend"
        which="recommend"
        value={recommend.points === null ? null : points(recommend.points)}
        few={recommend.few && recommend.n > 0}
      >
        {recommend.points !== null && (
          <Note>{`${feedbackWords.report.n(number(recommend.n))} · ${span(recommend, points)}`}</Note>
        )}
        {recommend.n > 0 && (
          <Note>
            {feedbackWords.report.parts(
              number(recommend.promoters),
              number(recommend.passives),
              number(recommend.detractors),
            )}
          </Note>
        )}
      </Card>
      <PartCard measure="wonBack" which="heard" part={followUps.wonBack} none={feedbackWords.report.nobodyHeard}>
        {followUps.wonBack.n > 0 && (
          <Note>{feedbackWords.report.heard(number(followUps.wonBack.hits), number(followUps.wonBack.n))}</Note>
        )}
        <Note>
          <Behind which="silent" small>
            {feedbackWords.report.silent(number(followUps.silent))}
          </Behind>
        </Note>
        {saidByTeam(followUps.outcomes) && <Note>{feedbackWords.report.said(saidByTeam(followUps.outcomes))}</Note>}
      </PartCard>
      <PartCard measure="kept" which="due" part={followUps.kept} none={feedbackWords.report.nothingDue}>
        {followUps.kept.n > 0 && (
          <Note>{feedbackWords.report.keptOf(number(followUps.kept.hits), number(followUps.kept.n))}</Note>
        )}
      </PartCard>
    </div>
  );
}

function SatisfactionCard({ report: { csat, anonymous } }: { report: FeedbackReport }) {
  return (
    <Card
      measure="csat"
      which="all"
      value={csat.share === null ? null : percent(csat.share)}
      few={csat.few && csat.answers > 0}
    >
      {csat.share !== null && <Note>{`${feedbackWords.report.n(number(csat.answers))} · ${span(csat, percent)}`}</Note>}
      <Note>
        <Ended>{feedbackWords.report.rate(number(csat.answers), number(csat.asked))}</Ended>
      </Note>
      {anonymous > 0 && (
        <Note>
          <Behind which="nameless" small>
            {feedbackWords.report.nameless(number(anonymous))}
          </Behind>
        </Note>
      )}
    </Card>
  );
}

/** A number that opens the list behind it, below on this page. */
function Behind({ which, small, children }: { which: FeedbackFilter; small?: boolean; children: ComponentChildren }) {
  const app = useApp();
  const route = app.route.value;
  const { period = '30', which: here = 'all' } = route.name === 'followups' ? route : {};
  return (
    <a
      class={small ? 'figure figure-note' : 'figure'}
      href={app.hrefOf({ name: 'followups', view: 'feedback', period, which })}
      title={reportWords.showRows(feedbackWords.report.filters[which])}
      aria-current={here === which ? 'true' : undefined}
    >
      <bdi>{children}</bdi>
    </a>
  );
}

/** Everybody whose conversation ended was asked: those rows stand in the reports. */
function Ended({ children }: { children: ComponentChildren }) {
  const app = useApp();
  const route = app.route.value;
  const period = (route.name === 'followups' && route.period) || '30';
  const place = { name: 'reports', view: 'satisfaction', period, only: {}, split: null, which: 'ended' } as const;
  return (
    <a class="figure figure-note" href={app.hrefOf(place)}>
      {children}
    </a>
  );
}

interface CardProps {
  measure: Measure;
  /** The list behind it. */
  which: FeedbackFilter;
  /** Null: nothing was measured. */
  value: string | null;
  none?: string;
  few: boolean;
  children: ComponentChildren;
}

function Card({ measure, which, value, none = feedbackWords.report.none, few, children }: CardProps) {
  return (
    <section class="card" aria-label={feedbackWords.report[measure]}>
      <h2 class="card-title">
        {feedbackWords.report[measure]}{' '}
        <Definition measure={feedbackWords.report[measure]} text={feedbackWords.report.definitions[measure]} />
      </h2>
      {value === null ? (
        <p class="card-none">{none}</p>
      ) : (
        <p>
          <Behind which={which}>{value}</Behind>
        </p>
      )}
      {few && (
        <p class="few">
          <AlertIcon size={14} />
          {feedbackWords.report.few}
        </p>
      )}
      {children}
    </section>
  );
}

function PartCard({
  measure,
  which,
  part,
  none,
  children,
}: {
  measure: Measure;
  which: FeedbackFilter;
  part: PartOf;
  none: string;
  children: ComponentChildren;
}) {
  return (
    <Card
      measure={measure}
      which={which}
      value={part.share === null ? null : percent(part.share)}
      none={none}
      few={part.few && part.n > 0}
    >
      {part.share !== null && <Note>{span(part, percent)}</Note>}
      {children}
    </Card>
  );
}

function Note({ children }: { children: ComponentChildren }) {
  return (
    <p class="card-note">
      <bdi>{children}</bdi>
    </p>
  );
}

function span({ low, high }: { low: number | null; high: number | null }, spell: (value: number) => string): string {
  return low === null || high === null ? '' : feedbackWords.report.interval(spell(low), spell(high));
}

function saidByTeam(outcomes: Partial<Record<FollowUpOutcome, number>>): string {
  return Object.entries(outcomes)
    .map(([outcome, times]) => `${feedbackWords.endAs[outcome as FollowUpOutcome]} ${number(times)}`)
    .join(', ');
}
