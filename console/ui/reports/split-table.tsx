import { useState } from 'preact/hooks';
import type { MeasureGroup, Measures, MeasuresSplit, Split } from '../../../protocol/wire/measures.ts';
import { Chart } from '../charts/chart.tsx';
import { DotInterval } from '../charts/small-charts.tsx';
import { useApp } from '../context.ts';
import { number, percent } from '../format.ts';
import { ArrowDownIcon } from '../icons.tsx';
import { type MeasureName, measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { TableScroll } from '../table-scroll.tsx';
import { Few } from './figure.tsx';
import { nameOfKey } from './key-names.ts';
import { type BookEntry, compareFigured, type Figured, spell } from './measure-book.ts';
import { Shown } from './shown.tsx';
import { useMeasures, usePlace } from './use-measures.ts';

interface Props {
  entries: readonly BookEntry[];
  title?: string | undefined;
  unit?: string | undefined;
}

interface GroupsProps extends Props {
  split: Split;
}

/** The groups of the chosen split under the columns of a view; nothing where nothing is chosen. */
export function SplitTable({ entries, title, unit }: Props) {
  const { split } = usePlace();
  if (split === null) return null;
  return <GroupsOf key={split} split={split} entries={entries} title={title} unit={unit} />;
}

/** Groups of one split, whatever the address says. */
export function GroupsOf({ split, entries, title, unit }: GroupsProps) {
  const asked = useMeasures<MeasuresSplit>({ kind: 'measures/splits', extra: { split } });
  return (
    <Shown of={asked} rows={1}>
      {(table) => (
        <Chart
          title={title ?? viewWords.splitTitle(words.splitNames[split])}
          unit={unit ?? viewWords.splitUnit}
          twin={{ columns: [], rows: [] }}
          picture="table"
          csv={asked.csv}
          note={table.overlapping ? words.overlapping : table.rest ? words.moreGroups : undefined}
        >
          <Groups
            split={split}
            table={table}
            entries={entries}
            caption={title ?? viewWords.splitTitle(words.splitNames[split])}
          />
        </Chart>
      )}
    </Shown>
  );
}

interface Order {
  measure: MeasureName | null;
  way: 1 | -1;
}

interface TableProps extends GroupsProps {
  table: MeasuresSplit;
  caption: string;
}

function Groups({ split, table, entries, caption }: TableProps) {
  const app = useApp();
  const place = usePlace();
  // By name: an order by a rate would be a ranking, and is made only by who asks for it.
  const [order, setOrder] = useState<Order>({ measure: null, way: 1 });
  const shown = entries.filter((entry) => entry.read(table.total) !== null);
  const nameOf = ({ key, name, isGone }: MeasureGroup) =>
    isGone ? words.removed(nameOfKey(split, key, name)) : nameOfKey(split, key, name);
  // Days of the week have an order of their own.
  const inOrder = (row: MeasureGroup) => (split === 'weekday' ? row.key : nameOf(row));
  const by = shown.find(({ measure }) => measure === order.measure);
  const rows = [...table.groups].sort((a, b) =>
    by
      ? compareFigured(by.read(a.measures), by.read(b.measures), order.way)
      : order.way * inOrder(a).localeCompare(inOrder(b)),
  );
  return (
    <TableScroll label={caption}>
      <table class="twin groups">
        <thead>
          <tr>
            <SortHead name={words.splitNames[split]} measure={null} order={order} onOrder={setOrder} />
            {shown.map(({ measure }) => (
              <SortHead
                key={measure}
                name={measureWords[measure].short}
                measure={measure}
                order={order}
                onOrder={setOrder}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Group key={row.key} split={split} row={row} name={nameOf(row)} entries={shown} total={table.total} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.whole}</th>
            {shown.map((entry) => (
              <td key={entry.measure} class="cell-figure">
                <Cell
                  figured={entry.read(table.total)}
                  total={null}
                  href={app.hrefOf({ ...place, which: entry.which })}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

interface HeadProps {
  name: string;
  measure: MeasureName | null;
  order: Order;
  onOrder(order: Order): void;
}

function SortHead({ name, measure, order, onOrder }: HeadProps) {
  const here = order.measure === measure;
  return (
    <th
      scope="col"
      class={measure === null ? undefined : 'cell-figure'}
      aria-sort={here ? (order.way === 1 ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        class="sort"
        title={words.sortBy(name)}
        onClick={() => onOrder({ measure, way: here && order.way === 1 ? -1 : 1 })}
      >
        {name}
        <span class={here ? `sort-mark sort-${order.way === 1 ? 'up' : 'down'}` : 'sort-mark sort-none'}>
          <ArrowDownIcon size={12} />
        </span>
      </button>
    </th>
  );
}

interface GroupProps {
  split: Split;
  row: MeasureGroup;
  name: string;
  entries: readonly BookEntry[];
  total: Measures;
}

function Group({ split, row, name, entries, total }: GroupProps) {
  const app = useApp();
  const place = usePlace();
  const only = { ...place.only, [split]: row.key };
  return (
    <tr>
      <th scope="row" dir="auto">
        <a href={app.hrefOf({ ...place, only, which: null })}>{name}</a>
      </th>
      {entries.map((entry) => (
        <td key={entry.measure} class="cell-figure">
          <Cell
            figured={entry.read(row.measures)}
            total={entry.read(total)}
            href={app.hrefOf({ ...place, only, which: entry.which })}
          />
        </td>
      ))}
    </tr>
  );
}

/** The figure with the rows behind it, its n, and for rates the line as long as it may be off. */
function Cell({ figured, total, href }: { figured: Figured | null; total: Figured | null; href: string }) {
  if (!figured) return <>{words.none}</>;
  const figure = (
    <a class={figured.few ? 'figure figure-note group-few' : 'figure figure-note'} href={href}>
      <bdi>{spell(figured, true)}</bdi>
    </a>
  );
  if (figured.kind === 'count') return figure;
  return (
    <span class="group-cell">
      {figure}
      {figured.kind === 'share' && (
        <DotInterval
          value={figured.value}
          low={figured.share.low}
          high={figured.share.high}
          whole={total?.kind === 'share' ? total.value : null}
          few={figured.few}
        />
      )}
      <span class="group-n">
        {words.n(number(figured.n))}
        {figured.kind === 'share' && figured.share.low !== null && figured.share.high !== null && (
          <> · {words.intervalShort(percent(figured.share.low), percent(figured.share.high))}</>
        )}
        {figured.few && figured.n > 0 && <Few />}
      </span>
    </span>
  );
}
