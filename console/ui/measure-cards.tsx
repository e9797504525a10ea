import type { ComponentChildren } from 'preact';
import type { Csat } from '../../protocol/wire/report.ts';
import type { EpisodeFilter, PeriodName } from '../model/periods.ts';
import { useApp } from './context.ts';
import { Definition } from './definition.tsx';
import { number, percent } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { ScoreChart } from './score-chart.tsx';
import { strings } from './strings.ts';

const words = strings.reports;

export interface Place {
  period: PeriodName;
  which: EpisodeFilter | null;
}

type Measure = keyof typeof words.definitions;

export function Card({
  measure,
  shape,
  children,
}: {
  measure: Measure;
  shape?: 'wide' | 'csat';
  children: ComponentChildren;
}) {
  return (
    <section class={shape ? `card card-${shape}` : 'card'} aria-label={words[measure]}>
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
  /** Within a line of text. */
  small?: boolean;
  children: ComponentChildren;
}

/** A number that opens the list behind it. */
export function Figure({ list, measure, period, which, small, children }: FigureProps) {
  const app = useApp();
  return (
    <a
      class={small ? 'figure figure-note' : 'figure'}
      href={app.hrefOf({ name: 'reports', period, which: list })}
      title={words.showList(measure)}
      aria-current={which === list ? 'true' : undefined}
    >
      <bdi>{children}</bdi>
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

export function SatisfactionCard({ csat, ...place }: { csat: Csat } & Place) {
  if (csat.share === null) {
    return (
      <Card measure="csat" shape="csat">
        <p class="card-none">{words.noRatings}</p>
        <p class="card-note">{words.responded(csat.answers, csat.asked)}</p>
      </Card>
    );
  }
  return (
    <Card measure="csat" shape="csat">
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
            <Figure list="rated" small measure={words.lists.rated} {...place}>
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
