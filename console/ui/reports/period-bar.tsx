import { useState } from 'preact/hooks';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { listZones } from '../wall.ts';
import { usePlace } from './use-measures.ts';

/** Which days, and by whose clock. */
export function PeriodBar() {
  const app = useApp();
  const place = usePlace();
  const days = app.reports.daysOf(place);
  return (
    <>
      <nav class="segments segments-wrap" aria-label={words.periodLabel}>
        {app.reports.periods.map((period) => {
          const to = period === 'days' ? { from: days.first, to: days.last } : {};
          return (
            <a
              key={period}
              href={app.hrefOf({ ...place, period, ...to })}
              aria-current={period === place.period ? 'true' : undefined}
            >
              <bdi>{words.periods[period]}</bdi>
            </a>
          );
        })}
      </nav>
      {place.period === 'days' && <DayFields key={`${days.first} ${days.last}`} first={days.first} last={days.last} />}
      <ZoneChoice />
      {place.view !== 'business' && <ClockChoice />}
    </>
  );
}

function DayFields({ first, last }: { first: string; last: string }) {
  const app = useApp();
  const place = usePlace();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const isWrong = from > to;
  const show = (event: Event) => {
    event.preventDefault();
    if (!isWrong && from && to) app.go({ ...place, from, to });
  };
  return (
    <form class="report-days" aria-label={words.daysLabel} onSubmit={show}>
      <div class="field">
        <label for="report-from">{words.firstDay}</label>
        <input id="report-from" type="date" required value={from} onInput={(e) => setFrom(e.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="report-to">{words.lastDay}</label>
        <input
          id="report-to"
          type="date"
          required
          value={to}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'report-days-wrong' : undefined}
          onInput={(e) => setTo(e.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button">
        {words.showDays}
      </button>
      {isWrong && (
        <p id="report-days-wrong" class="field-fault" role="alert">
          {words.daysWrong}
        </p>
      )}
    </form>
  );
}

/** The reader's own zone first; any other one for an office elsewhere. */
function ZoneChoice() {
  const app = useApp();
  const place = usePlace();
  const { ownZone } = app.reports;
  const here = app.reports.zoneOf(place);
  const zones = [...new Set([ownZone, 'UTC', here, ...listZones()])];
  return (
    <Choice
      label={words.zoneLabel}
      value={here}
      options={zones.map((zone) => [zone, zone.replaceAll('_', ' ')] as const)}
      onChange={(zone) => app.go({ ...place, zone: zone === ownZone ? undefined : zone })}
    />
  );
}

/** Nights and holidays count against nobody, where the reader wants it so. */
function ClockChoice() {
  const app = useApp();
  const place = usePlace();
  return (
    <Choice
      label={words.clockLabel}
      value={place.clock ?? 'calendar'}
      options={[
        ['calendar', words.clocks.calendar],
        ['business', words.clocks.business],
      ]}
      onChange={(clock) => app.go({ ...place, clock: clock === 'business' ? clock : undefined })}
    />
  );
}
