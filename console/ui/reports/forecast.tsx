import type { ForecastHour, Forecast as Told } from '../../../protocol/wire/business.ts';
import type { Filter } from '../../../protocol/wire/measures.ts';
import '../styles/business.css';
import { Chart } from '../charts/chart.tsx';
import { HeatMap } from '../charts/heat-map.tsx';
import { useApp } from '../context.ts';
import { Empty } from '../empty.tsx';
import { duration, LOCALE, number, percent } from '../format.ts';
import { AlertIcon, ReportsIcon } from '../icons.tsx';
import { businessWords } from '../strings-of-business.ts';
import { Shown } from './shown.tsx';
import { useMeasures, usePlace } from './use-measures.ts';
import { formsOf, hourNames } from './zone-format.ts';

/** How many will come next week, and who is needed for them. */
export function Forecast() {
  const forecast = useMeasures<Told>({ kind: 'reports/forecast' });
  const { only } = usePlace();
  const { reports } = useApp();
  const isNarrower = (Object.keys(only) as Filter[]).some((name) => !reports.isForeseen(name));
  return (
    <>
      {isNarrower && <p class="report-note">{businessWords.forecast.leftOut}</p>}
      <Shown of={forecast}>{(told) => <Week told={told} csv={forecast.csv} />}</Shown>
    </>
  );
}

function Week({ told, csv }: { told: Told; csv: string }) {
  const known = told.hours.filter(({ expected }) => expected !== null);
  if (known.length === 0) return <Empty icon={<ReportsIcon size={32} />} title={businessWords.forecast.none} />;
  const sum = (read: (hour: ForecastHour) => number | null) => known.reduce((all, hour) => all + (read(hour) ?? 0), 0);
  const all = sum(({ expected }) => expected);
  // Hours err apart from each other, so their squares add up, not they themselves.
  const off = (read: (hour: ForecastHour) => number | null) =>
    Math.sqrt(known.reduce((squares, hour) => squares + ((read(hour) ?? 0) - (hour.expected ?? 0)) ** 2, 0));
  const low = Math.max(0, all - off((hour) => hour.low));
  const high = all + off((hour) => hour.high);
  return (
    <>
      <p class="figure-line">{businessWords.forecast.total(whole(all), whole(low), whole(high))}</p>
      {told.few && (
        <p class="report-note">
          <AlertIcon size={14} /> {businessWords.forecast.few(told.weeks)}
        </p>
      )}
      <p class="card-note">{businessWords.forecast.noRows}</p>
      <Expected told={told} csv={csv} />
      <Staff told={told} csv={csv} />
    </>
  );
}

/** The column of what came: predictions have no rows, the weeks they are made of have. */
const CAME = 4;
const whole = (value: number) => number(Math.round(value));
/** Small numbers keep one digit: half a conversation an hour is not one, and not none. */
const few = (value: number) => number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** Rows are days, as they come; columns the hours of the wall. */
function useGrid({ hours, zone }: Told) {
  const forms = formsOf(zone);
  const dayOf = ({ at, hour }: ForecastHour) => forms.label(at - hour * 3_600_000 + 43_200_000, 'day');
  const days = [...new Set(hours.map(dayOf))];
  const cellAt = (day: string, hour: number) => hours.find((one) => one.hour === hour && dayOf(one) === day);
  const weekday = (day: string) => {
    const at = hours.find((one) => dayOf(one) === day)?.at ?? 0;
    return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, weekday: 'short', day: 'numeric' }).format(at);
  };
  return { days, names: days.map(weekday), cellAt, dayOf };
}

function Expected({ told, csv }: { told: Told; csv: string }) {
  const app = useApp();
  const place = usePlace();
  const { days, names, cellAt, dayOf } = useGrid(told);
  const hours = hourNames();
  const text = (value: number | null) => (value === null ? businessWords.none : few(value));
  return (
    <Chart
      title={businessWords.forecast.title}
      unit={businessWords.forecast.unit}
      csv={csv}
      note={businessWords.forecast.zone(told.zone)}
      twin={{
        columns: [
          businessWords.forecast.hour,
          businessWords.forecast.expected,
          businessWords.forecast.low,
          businessWords.forecast.high,
          businessWords.forecast.weeks,
          businessWords.forecast.came,
          businessWords.forecast.agents,
          businessWords.forecast.agentsHigh,
          businessWords.forecast.planned,
        ],
        rows: told.hours.map((hour) => [
          `${names[days.indexOf(dayOf(hour))]} ${hours[hour.hour]}:00`,
          hour.open === 0 ? businessWords.forecast.closed : text(hour.expected),
          text(hour.low),
          text(hour.high),
          number(hour.weeks),
          number(hour.came),
          hour.staff ? number(hour.staff.agents) : businessWords.none,
          hour.staff ? number(hour.staff.agentsHigh) : businessWords.none,
          hour.staff ? number(hour.staff.planned) : businessWords.none,
        ]),
        hrefOf: (line, cell) => {
          const { at } = told.hours[line] as ForecastHour;
          return cell === CAME ? app.hrefOf({ ...place, which: `forecast:${at}` }) : undefined;
        },
      }}
    >
      <HeatMap
        caption={businessWords.forecast.title}
        corner={businessWords.forecast.corner}
        days={names}
        hours={hours}
        fewUnder={1}
        spell={few}
        spellShort={few}
        places={days.map((day) => hours.map((_, hour) => placeOf(cellAt(day, hour)?.expected)))}
        title={(_, day, hour) => {
          const cell = cellAt(days[names.indexOf(day)] ?? '', Number(hour));
          if (!cell || cell.open === 0) return `${day} ${hour}:00: ${businessWords.forecast.closed}`;
          return businessWords.forecast.cell(
            day,
            `${hour}:00`,
            text(cell.expected),
            text(cell.low),
            text(cell.high),
            number(cell.weeks),
          );
        }}
      />
    </Chart>
  );
}

function Staff({ told, csv }: { told: Told; csv: string }) {
  const app = useApp();
  const { days, names, cellAt } = useGrid(told);
  const hours = hourNames();
  const { handling, staffing, target } = told;
  if (handling.meanMs === null) return <p class="quiet">{businessWords.forecast.noHandling}</p>;
  return (
    <>
      <Chart
        title={businessWords.forecast.staff}
        unit={businessWords.forecast.staffUnit(percent(target.share), duration(target.ms))}
        csv={csv}
        picture="table"
        twin={{ columns: [], rows: [] }}
        note={businessWords.forecast.handling(duration(handling.meanMs), number(handling.n))}
      >
        <HeatMap
          caption={businessWords.forecast.staff}
          corner={businessWords.forecast.corner}
          days={names}
          hours={hours}
          fewUnder={1}
          spell={number}
          spellShort={number}
          places={days.map((day) => hours.map((_, hour) => placeOf(cellAt(day, hour)?.staff?.agents)))}
          title={(_, day, hour) => {
            const staff = cellAt(days[names.indexOf(day)] ?? '', Number(hour))?.staff;
            if (!staff) return `${day} ${hour}:00: ${businessWords.forecast.closed}`;
            const { agents, agentsHigh, planned } = staff;
            return businessWords.forecast.staffCell(
              day,
              `${hour}:00`,
              number(agents),
              number(agentsHigh),
              number(planned),
            );
          }}
        />
      </Chart>
      <p class="quiet">
        {businessWords.forecast.by(staffing.chatsAtOnce, percent(staffing.occupancyMax), percent(staffing.shrinkage))}{' '}
        <a href={app.hrefOf({ name: 'settings', page: 'costs' })}>{businessWords.forecast.change}</a>
      </p>
    </>
  );
}

/** An hour that is closed or not of these seven days is empty. */
const placeOf = (value: number | null | undefined) => ({ value: value ?? null, n: typeof value === 'number' ? 1 : 0 });
