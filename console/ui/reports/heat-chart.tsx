import type { HeatCell } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { HeatMap } from '../charts/heat-map.tsx';
import { useApp } from '../context.ts';
import { duration, number } from '../format.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { usePlace } from './use-measures.ts';
import { hourNames, weekdayNames } from './zone-format.ts';

const FEW_UNDER = 5;

interface Props {
  title: string;
  unit: string;
  cells: readonly HeatCell[];
  csv: string;
  /** Whether few conversations make the number doubtful; counts are what they are. */
  countsFew?: boolean;
  read(cell: HeatCell): number | null;
  spell(value: number): string;
  /** For cells of a telephone's width. */
  spellShort?(value: number): string;
}

/** A week by its hours. Its table holds n and the slowest tenth as well, which the map has no room for. */
export function HeatChart({ title, unit, cells, csv, countsFew = true, read, spell, spellShort = spell }: Props) {
  const app = useApp();
  const place = usePlace();
  const [days, hours] = [weekdayNames(), hourNames()];
  const cellAt = (weekday: number, hour: number) => cells.find((one) => one.weekday === weekday && one.hour === hour);
  const places = days.map((_, day) =>
    hours.map((_, hour) => {
      const cell = cellAt(day + 1, hour);
      return cell && cell.n > 0 ? { value: read(cell), n: cell.n } : { value: null, n: 0 };
    }),
  );
  const length = (ms: number | null) => (ms === null ? words.notReached : duration(ms));
  const seen = cells.filter(({ n }) => n > 0);
  return (
    <Chart
      title={title}
      unit={unit}
      csv={csv}
      note={countsFew ? viewWords.heatNote(FEW_UNDER) : undefined}
      twin={{
        columns: [`${words.weekday}, ${words.hour.toLowerCase()}`, 'p50', 'p90', words.nColumn],
        rows: seen.map(({ weekday, hour, n, p50Ms, p90Ms }) => [
          `${days[weekday - 1]} ${hours[hour]}:00`,
          length(p50Ms),
          length(p90Ms),
          number(n),
        ]),
        hrefOf: (line, cell) => {
          const { weekday, hour } = seen[line] as HeatCell;
          if (cell !== 2) return undefined;
          const only = { ...place.only, weekday: String(weekday), hour: String(hour) };
          return app.hrefOf({ ...place, only, which: 'firstResponse' });
        },
      }}
    >
      <HeatMap
        caption={title}
        corner={words.weekday}
        days={days}
        hours={hours}
        places={places}
        spell={spell}
        spellShort={spellShort}
        fewUnder={countsFew ? FEW_UNDER : 1}
        title={({ value, n }, day, hour) =>
          viewWords.heatCell(day, `${hour}:00`, value === null ? words.none : spell(value), number(n))
        }
      />
    </Chart>
  );
}
