import type { ComponentChildren } from 'preact';
import type { Csat, Spread } from '../../protocol/wire/report.ts';
import type { EpisodeFilter, PeriodName } from '../model/periods.ts';
import { useApp } from './context.ts';
import { Definition } from './definition.tsx';
import { duration, number, percent } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { ScoreChart } from './score-chart.tsx';
import { strings } from './strings.ts';

const words = strings.reports;

interface Place {
  period: PeriodName;
  which: EpisodeFilter | null;
}

type Measure = keyof typeof words.definitions;

function Card({ measure, wide, children }: { measure: Measure; wide?: boolean; children: ComponentChildren }) {
  return (
    <section class={wide ? 'card card-wide' : 'card'} aria-label={words[measure]}>
      <h2 class="card-title">
        {words[measure]} <Definition measure={words[measure]} text={words.definitions[measure]} />
      </h2>
      {children}
    </section>
  );
}

interface FigureProps extends Place {
  list: EpisodeFilter;
  measure: string;
  children: ComponentChildren;
}

/** A number that opens the list behind it. */
function Figure({ list, measure, period, which, children }: FigureProps) {
  const app = useApp();
  return (
    <a
      class="figure"
      href={app.hrefOf({ name: 'reports', period, which: list })}
      title={words.showList(measure)}
      aria-current={which === list ? 'true' : undefined}
    >
      {children}
    </a>
  );
}

interface CountProps extends Place {
  measure: 'conversations' | 'answered' | 'abandoned';
  value: number;
  list: EpisodeFilter;
  /** The whole that it is a part of. */
  of: number | null;
}

export function CountCard({ measure, value, list, of, ...place }: CountProps) {
  return (
    <Card measure={measure}>
      <Figure list={list} measure={words[measure]} {...place}>
        {number(value)}
      </Figure>
      {of !== null && of > 0 && (
        <p class="card-note">
          {percent(value / of)} · {words.n(of)}
        </p>
      )}
    </Card>
  );
}

export function FirstResponseCard({ spread, ...place }: { spread: Spread } & Place) {
  const shares = [
    ['p50', spread.p50Ms],
    ['p90', spread.p90Ms],
    ['p95', spread.p95Ms],
  ] as const;
  return (
    <Card measure="firstResponse" wide>
      <dl class="percentiles">
        {shares.map(([name, ms]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Figure list="all" measure={`${words.firstResponse} ${name}`} {...place}>
                {ms === null ? <span class="not-reached">{words.notReached}</span> : duration(ms)}
              </Figure>
            </dd>
          </div>
        ))}
      </dl>
      <p class="card-note">
        {words.n(spread.n)} · {words.ofN(spread.answered, spread.n)}
      </p>
      {shares.some(([, ms]) => ms === null) && spread.n > 0 && <p class="card-note">{words.notReachedHint}</p>}
    </Card>
  );
}

export function SatisfactionCard({ csat, ...place }: { csat: Csat } & Place) {
  if (csat.share === null) {
    return (
      <Card measure="csat" wide>
        <p class="card-none">{words.noRatings}</p>
        <p class="card-note">{words.responded(csat.answers, csat.asked)}</p>
      </Card>
    );
  }
  return (
    <Card measure="csat" wide>
      <div class="csat">
        <div>
          <Figure list="satisfied" measure={words.csat} {...place}>
            {percent(csat.share)}
          </Figure>
          {csat.few && (
            <p class="few">
              <AlertIcon size={14} />
              {words.few}
            </p>
          )}
          <p class="card-note">
            <Figure list="rated" measure={words.lists.rated} {...place}>
              {words.n(csat.answers)}
            </Figure>
            {' · '}
            {csat.low !== null && csat.high !== null && words.interval(percent(csat.low), percent(csat.high))}
          </p>
          <p class="card-note">{words.responded(csat.answers, csat.asked)}</p>
        </div>
        <ScoreChart scores={csat.scores} />
      </div>
    </Card>
  );
}
