import { useEffect } from 'preact/hooks';
import type { EpisodeFilter, PeriodName } from '../model/periods.ts';
import { useApp } from './context.ts';
import { Empty } from './empty.tsx';
import { EpisodeList } from './episode-list.tsx';
import { AlertIcon, ReportsIcon } from './icons.tsx';
import { CountCard, SatisfactionCard } from './measure-cards.tsx';
import { PromisedCard } from './promised-card.tsx';
import { ResponseCard } from './response-card.tsx';
import { Skeleton } from './skeleton.tsx';
import { strings } from './strings.ts';

const words = strings.reports;

/** Figures of a period, each with its n, its meaning and the list behind it. */
export function ReportsPage() {
  const app = useApp();
  const route = app.route.value;
  const period = route.name === 'reports' ? route.period : 'today';
  const which = route.name === 'reports' ? route.which : null;
  useEffect(() => app.reports.show(period), [app, period]);
  useEffect(() => app.reports.showEpisodes(period, which), [app, period, which]);
  return (
    <div class="sheet">
      <div class="sheet-head">
        <h1>{words.title}</h1>
        <PeriodChoice period={period} which={which} />
      </div>
      <Figures period={period} which={which} />
      {which && <EpisodeList period={period} which={which} />}
      <p class="zone">{words.zone(app.reports.zone)}</p>
    </div>
  );
}

interface Shown {
  period: PeriodName;
  which: EpisodeFilter | null;
}

function PeriodChoice({ period, which }: Shown) {
  const app = useApp();
  return (
    <nav class="segments" aria-label={words.periodLabel}>
      {app.reports.periods.map((name) => (
        <a
          key={name}
          href={app.hrefOf({ name: 'reports', period: name, which })}
          aria-current={name === period ? 'true' : undefined}
        >
          <bdi>{words.periods[name]}</bdi>
        </a>
      ))}
    </nav>
  );
}

function Figures({ period, which }: Shown) {
  const { reports } = useApp();
  const state = reports.report.state.value;
  if (state.status === 'idle' || state.status === 'loading') return <Skeleton rows={5} kind="cards" />;
  if (state.status === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={words.failed}>
        <button type="button" class="button" onClick={() => reports.show(period)}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  const report = state.value;
  if (report.conversations === 0) {
    return <Empty icon={<ReportsIcon size={32} />} title={words.empty} hint={words.emptyHint} />;
  }
  const place = { period, which };
  return (
    <div class="cards">
      <CountCard measure="conversations" value={report.conversations} list="all" of={null} {...place} />
      <CountCard measure="answered" value={report.answered} list="answered" of={report.conversations} {...place} />
      <CountCard measure="abandoned" value={report.abandoned} list="abandoned" of={report.conversations} {...place} />
      <ResponseCard report={report} {...place} />
      <SatisfactionCard csat={report.csat} {...place} />
      <PromisedCard promised={report.promisedWaits} />
    </div>
  );
}
