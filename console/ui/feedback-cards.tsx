import type { ComponentChildren } from 'preact';
import type { FeedbackReport, FollowUpOutcome, PartOf } from '../../protocol/wire/feedback.ts';
import { Definition } from './definition.tsx';
import { number, percent, points } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { feedbackWords } from './strings-of-feedback.ts';

type Measure = keyof typeof feedbackWords.report.definitions;

/** CSAT, CES, NPS, won back, promises kept: each with n and interval, and never a rank (K8). */
export function FeedbackCards({ report }: { report: FeedbackReport }) {
  const { csat, effort, recommend, followUps, anonymous } = report;
  return (
    <div class="cards feedback-cards">
      <Card measure="csat" value={csat.share === null ? null : percent(csat.share)} few={csat.few && csat.answers > 0}>
        {csat.share !== null && (
          <Note>{`${feedbackWords.report.n(number(csat.answers))} · ${span(csat, percent)}`}</Note>
        )}
        <Note>{feedbackWords.report.rate(number(csat.answers), number(csat.asked))}</Note>
        {anonymous > 0 && <Note>{feedbackWords.report.nameless(number(anonymous))}</Note>}
      </Card>
      <Card
        measure="effort"
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
      <PartCard measure="wonBack" part={followUps.wonBack} none={feedbackWords.report.nobodyHeard}>
        {followUps.wonBack.n > 0 && (
          <Note>{feedbackWords.report.heard(number(followUps.wonBack.hits), number(followUps.wonBack.n))}</Note>
        )}
        <Note>{feedbackWords.report.silent(number(followUps.silent))}</Note>
        {saidByTeam(followUps.outcomes) && <Note>{feedbackWords.report.said(saidByTeam(followUps.outcomes))}</Note>}
      </PartCard>
      <PartCard measure="kept" part={followUps.kept} none={feedbackWords.report.nothingDue}>
        {followUps.kept.n > 0 && (
          <Note>{feedbackWords.report.keptOf(number(followUps.kept.hits), number(followUps.kept.n))}</Note>
        )}
      </PartCard>
    </div>
  );
}

interface CardProps {
  measure: Measure;
  /** Null: nothing was measured. */
  value: string | null;
  none?: string;
  few: boolean;
  children: ComponentChildren;
}

function Card({ measure, value, none = feedbackWords.report.none, few, children }: CardProps) {
  return (
    <section class="card" aria-label={feedbackWords.report[measure]}>
      <h2 class="card-title">
        {feedbackWords.report[measure]}{' '}
        <Definition measure={feedbackWords.report[measure]} text={feedbackWords.report.definitions[measure]} />
      </h2>
      {value === null ? (
        <p class="card-none">{none}</p>
      ) : (
        <p class="figure">
          <bdi>{value}</bdi>
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
  part,
  none,
  children,
}: {
  measure: Measure;
  part: PartOf;
  none: string;
  children: ComponentChildren;
}) {
  return (
    <Card
      measure={measure}
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
