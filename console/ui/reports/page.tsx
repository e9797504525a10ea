import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportView } from '../../model/report-place.ts';
import { PlotPatterns } from '../charts/patterns.tsx';
import { useApp } from '../context.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import '../styles/charts.css';
import '../styles/reports.css';
import { Agents } from './agents.tsx';
import { Business } from './business.tsx';
import { BusinessRows } from './business-rows.tsx';
import { Compare } from './compare.tsx';
import { DepartmentChoice } from './department-choice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Forecast } from './forecast.tsx';
import { Outcomes } from './outcomes.tsx';
import { Overview } from './overview.tsx';
import { PeriodBar } from './period-bar.tsx';
import { Queue } from './queue.tsx';
import { Rows } from './rows.tsx';
import { Said } from './said.tsx';
import { Satisfaction } from './satisfaction.tsx';
import { SiteChoice } from './site-choice.tsx';
import { Splits } from './splits.tsx';
import { Times } from './times.tsx';
import { Topics } from './topics.tsx';
import { RoundContext, usePlace } from './use-measures.ts';
import { Volume } from './volume.tsx';

const VIEWS: Record<ReportView, FunctionComponent> = {
  overview: Overview,
  times: Times,
  queue: Queue,
  volume: Volume,
  outcomes: Outcomes,
  satisfaction: Satisfaction,
  agents: Agents,
  topics: Topics,
  splits: Splits,
  compare: Compare,
  business: Business,
  forecast: Forecast,
};
/** A list whose rows are people and promises besides episodes. */
const BUSINESS = 'business:';
const NAMES = Object.keys(VIEWS) as ReportView[];

/** Figures of a period: each with its n, its meaning and the list behind it. What is shown stands in the address. */
export function ReportsPage() {
  const app = useApp();
  const place = usePlace();
  const [round, setRound] = useState(0);
  const rowsOf = app.hrefOf({ ...place, view: 'overview', split: null });
  // The address holds all that the rows depend on.
  useEffect(() => app.reports.showRows(place), [app, rowsOf, round]);
  const View = VIEWS[place.view];
  return (
    <RoundContext.Provider value={round}>
      <div class="sheet sheet-wide reports">
        <div class="sheet-head">
          <h1>{place.view === 'overview' ? words.title : words.views[place.view]}</h1>
          <div class="report-tools">
            <button type="button" class="button button-small" onClick={() => setRound(round + 1)}>
              {words.refresh}
            </button>
            <button type="button" class="button button-small" onClick={() => window.print()}>
              {words.print}
            </button>
          </div>
        </div>
        <ViewList />
        <div class="report-bar">
          {place.view !== 'forecast' && <PeriodBar />}
          {place.view === 'forecast' && <SiteChoice />}
          {place.view === 'forecast' && <DepartmentChoice />}
          <FilterBar isForecast={place.view === 'forecast'} />
        </div>
        {place.view !== 'forecast' && <Said round={round} />}
        <PlotPatterns />
        <View key={place.view} />
        {place.which?.startsWith(BUSINESS) && <BusinessRows of={place.which.slice(BUSINESS.length)} />}
        {place.which !== null && !place.which.startsWith(BUSINESS) && <Rows which={place.which} />}
      </div>
    </RoundContext.Provider>
  );
}

function ViewList() {
  const app = useApp();
  const place = usePlace();
  const list = useRef<HTMLElement>(null);
  // On a phone the views stand in one line that is wider than it.
  useEffect(
    () => list.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' }),
    [place.view],
  );
  return (
    <nav ref={list} class="segments segments-wrap report-views" aria-label={words.viewsLabel}>
      {NAMES.map((view) => (
        <a
          key={view}
          // A table of splits without a split would be an empty page.
          href={app.hrefOf({
            ...place,
            view,
            which: null,
            split: place.split ?? (view === 'splits' ? 'department' : null),
          })}
          aria-current={view === place.view ? 'true' : undefined}
        >
          {words.views[view]}
        </a>
      ))}
    </nav>
  );
}
